# Link settings of the two kinds of WebAssembly programs: the page, and tests and benchmarks run by Node.

# The default stack of 64 kB (5 MB in older versions) is named differently before 3.1.27.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
  set(rancang_stack -sTOTAL_STACK=1MB)
else()
  set(rancang_stack -sSTACK_SIZE=1MB)
endif()

function(rancang_link_for_page target)
  target_link_options(${target} PRIVATE
    ${rancang_stack} -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=${RANCANG_WASM_INITIAL_MEMORY} -sMAXIMUM_MEMORY=${RANCANG_WASM_MAXIMUM_MEMORY}
    # An ES module: a dynamic import needs no script element, which Trusted Types would refuse.
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createRancang -sENVIRONMENT=web
    -sDYNAMIC_EXECUTION=0 "$<$<CONFIG:Release>:${RANCANG_WASM_SMALL}>"
    -sMIN_WEBGL_VERSION=1 -sMAX_WEBGL_VERSION=2
    -lidbfs.js -sFORCE_FILESYSTEM=1
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=FS,IDBFS,HEAPU8,UTF8ToString,stringToUTF8,lengthBytesUTF8
    $<$<CONFIG:Debug>:-sASSERTIONS=1> $<$<CONFIG:Debug>:-sSTACK_OVERFLOW_CHECK=2>)
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    # The stack lies below all data, so that an overflow traps at address 0 instead of overwriting data in silence.
    target_link_options(${target} PRIVATE -Wl,--stack-first)
    if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.27)
      # Before 3.1.27 the cookie of STACK_OVERFLOW_CHECK=1 is written where the stack would end without --stack-first,
      # that is into the heap. The trap does its work.
      target_link_options(${target} PRIVATE -sSTACK_OVERFLOW_CHECK=0)
    else()
      target_link_options(${target} PRIVATE -sSTACK_OVERFLOW_CHECK=1)
    endif()
  endif()
endfunction()

# rancang_link_for_node(<target> [UNCHECKED]): UNCHECKED is for benchmarks, which are to cost what the page costs.
function(rancang_link_for_node target)
  cmake_parse_arguments(arg "UNCHECKED" "" "" ${ARGN})
  target_link_options(${target} PRIVATE
    ${rancang_stack} -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=${RANCANG_WASM_MAXIMUM_MEMORY}
    -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1
    # Node's fetch knows no file names; compiling at once never asks for it.
    -sWASM_ASYNC_COMPILATION=0)
  if(NOT arg_UNCHECKED)
    target_link_options(${target} PRIVATE -sASSERTIONS=1 -sSTACK_OVERFLOW_CHECK=2)
  endif()
endfunction()
