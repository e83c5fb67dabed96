"""The include table: which folder under src/ may know which. Kept equal to src/README.md."""
import re

from common import code_only, files, line_of, read, without_comments

DIRECT = {
    "base": [],
    "schema": ["base"],
    "model": ["schema"],
    "rules": ["model"],
    "edit": ["model"],
    "persist": ["model", "platform"],  # the FileStore interface
    "text": ["base"],
    "charts": ["model", "text"],
    "books": ["rules", "charts", "text"],
    "platform": ["base"],
    "ui": ["edit", "books", "platform"],
    "app": ["ui", "persist", "platform"],
    "cli": ["persist", "books"],
}
# Third-party headers and the only places that may include them.
FOREIGN = {
    r"imgui\w*\.h|imstb_\w+\.h": ("src/ui/", "src/platform/web/"),
    r"nlohmann/.*": ("src/persist/",),
    r"emscripten.*|GLES\d/.*|EGL/.*|webgl/.*": ("src/platform/web/", "src/main_web.cpp"),
    r"doctest/.*": (),
}
# What implements the platform is chosen where the program starts, and nowhere else.
IMPLEMENTATIONS = {"platform/web/": ("src/platform/web/", "src/main_web.cpp"), "platform/null/": ("src/platform/null/",)}
CORE = ("base", "schema", "model", "rules", "edit", "persist", "text", "charts", "books")
NOT_IN_CORE = {
    r"\bthrow\b|\btry\s*\{|\bcatch\s*\(": "exceptions",
    r"\b(system_clock|steady_clock|high_resolution_clock)\b|std::time\s*\(|\bclock_gettime\b": "a clock",
    r"\brandom_device\b|std::rand\b|\bsrand\s*\(": "hidden randomness",
    r"\bstd::cout\b|\bstd::cerr\b|\bprintf\s*\(": "the terminal",
}


def closure(folder):
    known, todo = {folder}, list(DIRECT[folder])
    while todo:
        name = todo.pop()
        if name not in known:
            known.add(name)
            todo += DIRECT[name]
    return known


def allowed_for(path):
    folder = path.parts[1]
    if folder == "main_web.cpp":
        return set(DIRECT)
    return closure(folder) if folder in DIRECT else None


def check_table():
    """Every folder includes only what the table of src/README.md allows"""
    for path in files(".hpp", ".cpp", below="src"):
        allowed = allowed_for(path)
        if allowed is None:
            yield f"{path}: the folder is not in the include table"
            continue
        for match in re.finditer(r'^\s*#\s*include\s+"([^"]+)"', without_comments(read(path)), re.M):
            target = match[1].split("/")[0]
            if "/" in match[1] and target in DIRECT and target not in allowed:
                yield f"{path}:{line_of(read(path), match.start(1))}: {path.parts[1]} may not include {match[1]}"
            elif target == "tests" or match[1].startswith("."):
                yield f"{path}:{line_of(read(path), match.start(1))}: include from the root of src/: {match[1]}"


def check_foreign():
    """Third-party headers stay behind their one door"""
    for path in files(".hpp", ".cpp", below="src"):
        for match in re.finditer(r'^\s*#\s*include\s+["<]([^">]+)[">]', without_comments(read(path)), re.M):
            for pattern, places in FOREIGN.items():
                if re.fullmatch(pattern, match[1]) and not str(path).startswith(places or ("-",)):
                    yield f"{path}: {match[1]} belongs in {', '.join(places) or 'tests'} only"


def check_platform():
    """Nobody but the entry point knows which platform it runs on"""
    for path in files(".hpp", ".cpp", below="src"):
        for match in re.finditer(r'^\s*#\s*include\s+"([^"]+)"', without_comments(read(path)), re.M):
            for folder, places in IMPLEMENTATIONS.items():
                if match[1].startswith(folder) and not str(path).startswith(places):
                    yield f"{path}: {match[1]}"


def check_browser_words():
    """__EMSCRIPTEN__ and EM_JS appear under src/platform/web only"""
    for path in files(".hpp", ".cpp", below="src"):
        if str(path).startswith("src/platform/web/"):
            continue
        code = code_only(read(path))
        for match in re.finditer(r"\b(__EMSCRIPTEN__|EM_JS|EM_ASM\w*|EM_ASYNC_JS)\b", code):
            yield f"{path}:{line_of(code, match.start())}: {match[1]}"


def check_core():
    """The core has no exceptions, clocks, hidden randomness or terminal"""
    for path in files(".hpp", ".cpp", below="src"):
        if path.parts[1] not in CORE:
            continue
        code = code_only(read(path))
        for pattern, what in NOT_IN_CORE.items():
            for match in re.finditer(pattern, code):
                yield f"{path}:{line_of(code, match.start())}: {what} ({match[0].strip()})"


CHECKS = (check_table, check_foreign, check_platform, check_browser_words, check_core)
