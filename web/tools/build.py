"""Compile the page with CMake's `web` preset (or `web-debug`), only when a source has changed."""
import os
import shutil

from .common import BUILD, DEPS, ROOT, Step, digest_of_content, digest_of_times, files_below, run, stamp_matches, write_stamp


def sources():
    own = files_below(ROOT / "src") + files_below(ROOT / "assets/strings") + files_below(ROOT / ".cmake")
    single = [ROOT / name for name in ("CMakeLists.txt", "CMakePresets.json", "assets/icons.txt", "assets/tokens.json",
                                       "tests/CMakeLists.txt")]
    return own + [path for path in single if path.exists()] + [DEPS / "imgui/imgui.h"]


def outputs(preset):
    return [BUILD / preset / "bin" / name for name in ("rancang.js", "rancang.wasm")]


def compile_page(preset):
    """Leave rancang.js and rancang.wasm in build/<preset>/bin; return the two paths."""
    state = {"sources": digest_of_times(sources()), "emcc": shutil.which("emcc")}
    made = outputs(preset)
    if stamp_matches(f"build-{preset}", state) and all(path.exists() for path in made):
        return made
    folder = BUILD / preset
    toolchain = {"emcc": state["emcc"], "presets": digest_of_content([ROOT / "CMakePresets.json", *files_below(ROOT / ".cmake")])}
    if not stamp_matches(f"toolchain-{preset}", toolchain):
        # Another compiler or other presets: CMake would go on with what it remembers.
        (folder / "CMakeCache.txt").unlink(missing_ok=True)
    with Step(f"Compiling the page ({preset})"):
        run(["cmake", "--preset", preset], "Configuring the build failed")
        jobs = str(os.cpu_count() or 2)
        run(["cmake", "--build", str(folder), "--target", "rancang", "-j", jobs], "Compiling failed", show=True)
    write_stamp(f"toolchain-{preset}", toolchain)
    write_stamp(f"build-{preset}", state)
    return made
