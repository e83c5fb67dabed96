"""What the checks share: the files of the repository and the removal of comments and texts."""
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIP = ("node_modules", "build", "dist", "__pycache__")


def files(*endings, below="."):
    """Paths relative to ROOT of our files with one of the endings, without hidden folders and what is built."""
    found = []
    for path in sorted((ROOT / below).rglob("*")):
        parts = path.relative_to(ROOT).parts
        if path.is_file() and path.suffix in endings and not any(p in SKIP or p.startswith(".") for p in parts):
            found.append(path.relative_to(ROOT))
    return found


def tracked():
    """What git knows, or nothing outside a repository."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return [pathlib.Path(line) for line in done.stdout.splitlines()]


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"
  | "(?:\\.|[^"\\\n])*"
  | '(?:\\.|[^'\\\n])+'
""", re.S | re.X)


def without_comments(text):
    """C++ or JavaScript with comments blanked; line numbers stay."""
    return TOKEN.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m["comment"] else m[0], text)


def code_only(text):
    """The same with the content of texts blanked too."""
    def blank(match):
        if match["comment"]:
            return re.sub(r"[^\n]", " ", match[0])
        return match[0][0] + re.sub(r"[^\n]", " ", match[0][1:-1]) + match[0][-1]
    return TOKEN.sub(blank, text)


def literals(text):
    """(line, content) of every "text" in C++; raw ones and characters are left out."""
    for match in TOKEN.finditer(text):
        if match[0].startswith('"'):
            yield text.count("\n", 0, match.start()) + 1, match[0][1:-1]


def line_of(text, position):
    return text.count("\n", 0, position) + 1
