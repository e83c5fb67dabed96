"""Words: no text for people in code, no dangerous call, a complete catalogue."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from common import ROOT, code_only, files, line_of, literals, read, tracked, without_comments

sys.path.insert(0, str(ROOT / "src/text"))
from generate_strings import DERIVED  # noqa: E402

TOP_LEVEL = {"CMakeLists.txt", "CMakePresets.json", "src", "web", "assets", "tests", "serve.py", "README.md", "LICENSE"}
FORBIDDEN_JS = r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\s*\(|new\s+Function|createContextualFragment)"
KEY_NAMES = re.compile(r"Ctrl|Shift|Alt|Meta|Cmd|Enter|Esc|Escape|Tab|Del|Delete|Home|End|Page(Up|Down)|Pg(Up|Dn)|Space|"
                       r"Backspace|Arrow\w*|F\d+|[A-Z0-9]|Key[A-Z]|Digit\d")
SYMBOLS = ("Rp",)  # written the same in every language
INTERNAL = "lint: internal"  # a comment on the line says that nobody reads this text


def shown(content):
    """Does a text look as if a person were meant to read it? Ids after ## and formats without words do not."""
    words = re.sub(r"%[-+ #0-9.*]*[a-zA-Z]+|\\x[0-9A-Fa-f]{2}|\\[a-z]", " ", content.split("##")[0]).strip()
    if not re.search(r"[A-Za-z]{2}", words) or all(word in SYMBOLS or KEY_NAMES.fullmatch(word) for word in re.findall(r"\w+", words)):
        return False
    return re.search(r"[A-Za-z]\s+[A-Za-z]", words) is not None or re.match(r"[A-Z][a-z]", words) is not None


def check_literals():
    """No text for people stands in src/ui or src/app: it comes from assets/strings"""
    for folder in ("ui", "app"):
        for path in files(".hpp", ".cpp", below=f"src/{folder}"):
            text = read(path)
            lines = text.splitlines()
            for line, content in literals(text):
                if shown(content) and INTERNAL not in lines[line - 1] and "static_assert" not in lines[line - 1] \
                        and not re.match(r"\s*#", lines[line - 1]) and "IM_ASSERT" not in lines[line - 1]:
                    yield f'{path}:{line}: "{content}"'


def check_javascript():
    """No script builds markup or code from text"""
    for path in files(".js", ".mjs", below="web"):
        code = without_comments(read(path))
        for match in re.finditer(FORBIDDEN_JS, code):
            yield f"{path}:{line_of(code, match.start())}: {match[1]}"


def check_json_access():
    """Foreign JSON is never read by an unchecked get<T>() or by running script text"""
    for path in files(".hpp", ".cpp", below="src"):
        code = code_only(read(path))
        pattern = r"(\.|->)\s*(template\s+)?get<" if path.parts[1] == "persist" else r"\bemscripten_run_script\w*"
        for match in re.finditer(pattern, code):
            yield f"{path}:{line_of(code, match.start())}: {match[0]}"


def check_unfinished():
    """Nothing is left to do, and no path of one machine is written down"""
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b|/wo" + r"rk/")
    for path in files(".hpp", ".cpp", ".js", ".mjs", ".py", ".css", ".html", ".md", ".json", ".txt", ".cmake"):
        if path.name == "package-lock.json":
            continue
        text = read(path)
        for match in marks.finditer(text):
            yield f"{path}:{line_of(text, match.start())}: {match[0]}"


def check_top_level():
    """The top level holds what src/README.md says and dotfiles"""
    for path in tracked():
        if path.parts[0] not in TOP_LEVEL and not path.parts[0].startswith("."):
            yield str(path)


def catalogue(language):
    return json.loads(read(f"assets/strings/{language}.json"))


def check_catalogue():
    """Indonesian and English have the same keys and placeholders"""
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run([sys.executable, ROOT / "src/text/generate_strings.py", ROOT / "assets/strings/id.json",
                               ROOT / "assets/strings/en.json", out], capture_output=True, text=True)
        if done.returncode:
            yield done.stderr.strip()


def check_no_empty_text():
    """No text of the catalogue is empty"""
    for language in ("id", "en"):
        for key, text in catalogue(language).items():
            if not text.strip():
                yield f"{language}.json: {key}"


def check_json_files():
    """Every JSON file of ours can be read"""
    for path in files(".json", ".webmanifest", below="assets") + files(".json", ".webmanifest", below="web"):
        try:
            json.loads(read(path))
        except ValueError as error:
            yield f"{path}: {error}"


def check_made_files():
    """The sample plans and the template are what their scripts make of assets/tables"""
    made = {"assets/templates/make_new_plan.py": "assets/templates/new-plan.rancang.json",
            "assets/samples/make_tebing_tinggi.py": "assets/samples/tebing-tinggi.rancang.json",
            "assets/samples/make_tanjungpinang.py": "assets/samples/tanjungpinang.rancang.json"}
    for script, file in made.items():
        with tempfile.TemporaryDirectory() as out:
            fresh = pathlib.Path(out) / "fresh.json"
            done = subprocess.run([sys.executable, "-B", ROOT / script, fresh], capture_output=True, text=True)
            if done.returncode or fresh.read_bytes() != (ROOT / file).read_bytes():
                yield done.stderr.strip() or f"{file}: run {script} again"


def check_texts_are_used():
    """Every text of the catalogue is used"""
    code = "".join(read(path) for path in files(".hpp", ".cpp", below="src"))
    used = set(re.findall(r"\w+", code))
    # Keys written out, or put together from a beginning: "grid.unit_name." + number.
    literals = set(re.findall(r'"((?:[a-z0-9_]+\.)+[a-z0-9_]*)"', code))
    beginnings = tuple(text for text in literals if text.endswith(".")) + DERIVED
    for key in catalogue("id"):
        if key.replace(".", "_") not in used and key not in literals and not key.startswith(beginnings):
            yield f"{key}: no source asks for it"


CHECKS = (check_literals, check_javascript, check_json_access, check_unfinished, check_top_level, check_catalogue, check_no_empty_text,
          check_json_files, check_made_files, check_texts_are_used)
