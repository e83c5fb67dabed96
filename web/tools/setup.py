"""Bring what a build needs: Debian packages, Dear ImGui's sources, header libraries, npm packages, fonts.

Everything that is not a system package lands in .deps/ and web/node_modules/ (both ignored by git). Nothing here
changes the system's apt configuration; Dear ImGui is fetched through one of our own, see imgui_source.py.
"""
import glob
import os
import re
import shutil
import subprocess
import sys

from . import imgui_source
from .common import DEPS, ROOT, Step, Stop, digest_of_content, files_below, run, say, stamp_matches, write_stamp

FONTS = DEPS / "fonts"
DEBIAN_ACORN = "/usr/share/nodejs/acorn"


def python_with_fonttools():
    """The interpreter that bakes the fonts: this one, or Debian's, whichever has fontTools and brotli."""
    for python in (sys.executable, "/usr/bin/python3"):
        check = [python, "-c", "import brotli, fontTools"]
        if os.path.exists(python) and subprocess.run(check, capture_output=True).returncode == 0:
            return python
    return None


def debian_emcc_without_acorn():
    """Debian's emcc needs acorn from a package of its own; an emsdk brings its own copy."""
    emcc = shutil.which("emcc")
    return emcc is not None and os.path.realpath(emcc).startswith("/usr/share/emscripten") \
        and not os.path.exists(DEBIAN_ACORN)


def missing_packages(for_tests):
    """Names of the Debian packages that would bring what is not there, in the order they are told."""
    tools = {"emcc": ["emscripten", "node-acorn"], "cmake": ["cmake"], "ninja": ["ninja-build"], "ccache": ["ccache"],
             "node": ["nodejs"], "npm": ["npm"]}
    if for_tests:
        tools |= {"g++": ["g++"], "git": ["git"], "chromium": ["chromium"]}
    missing = [package for tool, packages in tools.items() if not shutil.which(tool) for package in packages]
    if for_tests and not glob.glob("/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.asan-*.a"):
        missing += ["clang-14", "libclang-rt-14-dev"]
    if debian_emcc_without_acorn():
        missing.append("node-acorn")
    for package, header in (("nlohmann-json3-dev", "nlohmann/json.hpp"), ("doctest-dev", "doctest/doctest.h")):
        if not os.path.exists(f"/usr/include/{header}") and not (DEPS / "include" / header).exists():
            missing.append(package)
    if python_with_fonttools() is None:
        missing += ["python3-fonttools", "python3-brotli"]
    return list(dict.fromkeys(missing))


def install_packages(for_tests, offline):
    missing = missing_packages(for_tests)
    if not missing:
        return
    names = " ".join(missing)
    if offline:
        raise Stop(f"Without the network these cannot be installed: {names}.")
    if not shutil.which("apt-get"):
        raise Stop(f"This is not a Debian system; install what these Debian packages bring, then start again: {names}.")
    elevate = [] if os.geteuid() == 0 else ["sudo"]
    if elevate and not shutil.which("sudo"):
        raise Stop(f"These packages are missing and neither root nor sudo is at hand: apt-get install {names}.")
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    with Step(f"Installing Debian packages: {names}"):
        # A third-party source that is down must not stop us; a package that stays missing is told below.
        subprocess.run(elevate + ["apt-get", "update"], env=env, capture_output=True)
        run(elevate + ["apt-get", "install", "-y", "--no-install-recommends"] + missing,
            f"Installing {names} failed", env=env)
    still = missing_packages(for_tests)
    if still:
        raise Stop(f"These are still missing after the installation: {' '.join(still)}.")


def copy_headers():
    """Copies, because -I/usr/include would shadow the WebAssembly system headers."""
    for library, header in (("nlohmann", "json.hpp"), ("doctest", "doctest.h")):
        target = DEPS / "include" / library
        if not (target / header).exists():
            shutil.copytree(f"/usr/include/{library}", target, dirs_exist_ok=True)


def install_npm(offline):
    wanted = digest_of_content([ROOT / "web/package.json", ROOT / "web/package-lock.json"])
    if stamp_matches("npm", wanted) and (ROOT / "web/node_modules").is_dir():
        return
    with Step("Installing npm packages"):
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"] + (["--offline"] if offline else [])
        run(command, "Installing the npm packages of web/package-lock.json failed", cwd=ROOT / "web")
    write_stamp("npm", wanted)


def icons_in_use():
    """Of the names in assets/icons.txt those that a source asks for, in order: the page carries no others."""
    code = "".join(path.read_text(encoding="utf-8") for path in files_below(ROOT / "src") if path.suffix in (".hpp", ".cpp"))
    asked = {name.replace("_", "-") for name in re.findall(r"\bicon::(\w+)", code)}
    return sorted(asked & set((ROOT / "assets/icons.txt").read_text(encoding="utf-8").split()))


def bake_fonts():
    script, icons = ROOT / "assets/fonts/bake_fonts.py", icons_in_use()
    wanted = {"files": digest_of_content([script, ROOT / "web/package-lock.json"]), "icons": icons}
    if stamp_matches("fonts", wanted) and len(list(FONTS.glob("*.ttf"))) == 3:
        return
    modules = ROOT / "web/node_modules"
    with Step("Baking fonts"):
        run([python_with_fonttools(), script, " ".join(icons), modules / "inter-ui", modules / "lucide-static", FONTS],
            "Baking the fonts failed")
    write_stamp("fonts", wanted)


def prepare(for_tests=False, offline=False):
    """Make the machine ready to build (and to test). Cheap when everything is there."""
    DEPS.mkdir(exist_ok=True)
    sources = list((ROOT / "web/tools").glob("*.py")) + [ROOT / "web/package.json", ROOT / "web/package-lock.json",
               ROOT / "assets/icons.txt", ROOT / "assets/fonts/bake_fonts.py"]
    ready = {"inputs": digest_of_content(sources), "icons": icons_in_use(), "tests": for_tests, "emcc": shutil.which("emcc") or ""}
    there = all(path.exists() for path in (DEPS / "imgui/imgui.h", DEPS / "include/nlohmann/json.hpp", FONTS / "icons.ttf",
                                           ROOT / "web/node_modules", DEPS / "include/doctest/doctest.h"))
    if there and ready["emcc"] and (stamp_matches("setup", ready) or stamp_matches("setup", {**ready, "tests": True})):
        return
    install_packages(for_tests, offline)
    imgui_source.fetch(offline)
    copy_headers()
    install_npm(offline)
    bake_fonts()
    write_stamp("setup", {**ready, "emcc": shutil.which("emcc")})
    say("· Everything that the build needs is there")
