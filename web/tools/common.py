"""Paths, progress and stamps shared by the parts of serve.py."""
import hashlib
import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEPS = ROOT / ".deps"
BUILD = ROOT / "build"
STAMPS = DEPS / "stamps"


class Stop(Exception):
    """Work cannot go on; the message is one sentence for the person at the terminal."""


def say(text):
    print(text, flush=True)


class Step:
    """Prints what is being done and, when it took a while, how long it took."""

    def __init__(self, text):
        self.text = text

    def __enter__(self):
        say(f"· {self.text} …")
        self.start = time.monotonic()
        return self

    def __exit__(self, kind, *_):
        seconds = time.monotonic() - self.start
        if kind is None and seconds > 2:
            say(f"  done in {seconds:.0f} s")


def run(command, what, cwd=ROOT, env=None, show=False):
    """Run a command; on failure show the end of what it printed and stop with the sentence `what`."""
    try:
        done = subprocess.run(command, cwd=cwd, env=env, text=True, stdin=None if show else subprocess.DEVNULL,
                              stdout=None if show else subprocess.PIPE, stderr=None if show else subprocess.STDOUT)
    except FileNotFoundError:
        raise Stop(f"{what}: `{command[0]}` was not found.") from None
    if done.returncode != 0:
        if not show:
            sys.stderr.write("\n".join(done.stdout.splitlines()[-30:]) + "\n")
        raise Stop(f"{what} (`{' '.join(map(str, command[:4]))} …` ended with code {done.returncode}).")
    return done.stdout or ""


def digest_of_content(paths):
    """Changes when a file's content or name changes. For few and small files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(str(path.relative_to(ROOT)).encode() + b"\0")
        total.update(path.read_bytes() if path.exists() else b"(missing)")
    return total.hexdigest()


def digest_of_times(paths):
    """Changes when a file appears, disappears or is written. Reads no content, so that a start is quick."""
    total = hashlib.sha256()
    for path in sorted(paths):
        stat = path.stat()
        total.update(f"{path.relative_to(ROOT)}\0{stat.st_mtime_ns}\0{stat.st_size}\n".encode())
    return total.hexdigest()


def files_below(folder, skip=()):
    """All files below a folder, without hidden ones, caches and whatever is named in skip."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith(".") or path.name in skip or path.name == "__pycache__":
            continue
        found.extend(files_below(path, skip) if path.is_dir() else [path])
    return found


def stamp_matches(name, value):
    path = STAMPS / f"{name}.json"
    try:
        return json.loads(path.read_text()) == value
    except (OSError, ValueError):
        return False


def write_stamp(name, value):
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / f"{name}.json").write_text(json.dumps(value))
