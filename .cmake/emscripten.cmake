# Finds the Emscripten on the PATH (Debian's package or an activated emsdk) and hands over to its own toolchain file,
# so that `cmake --preset web` works without the emcmake wrapper.
find_program(RANCANG_EM_CONFIG em-config REQUIRED
  DOC "part of Emscripten; `python3 serve.py --setup` installs it on Debian, emsdk brings it elsewhere")
execute_process(COMMAND "${RANCANG_EM_CONFIG}" EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE EMSCRIPTEN_ROOT_PATH OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

# Debian packages acorn outside Emscripten's own node_modules: its optimiser finds it only through NODE_PATH.
if(EXISTS /usr/share/nodejs/acorn AND NOT EXISTS "${EMSCRIPTEN_ROOT_PATH}/node_modules/acorn")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
endif()
