"""Put the static page together: web/ + compiled core + fonts + samples and templates -> build/site.

What goes in, under which name
  web/**                 as it is, without tools/, node_modules/, package files and *.md
  rancang.js, .wasm      from the compiler
  fonts/*.ttf            baked by assets/fonts/bake_fonts.py
  samples/**, templates/**   from assets/
  fflate.js              from npm: packs the files for agencies into a zip, fetched when that is wanted
  help/*.txt             the help texts of fields, made with the string catalogue
  licences.txt           ours and those of what the page contains

Names. HTML files and the names in KEPT keep their names and are always revalidated. Every other file gets a name that
changes with its content and may be cached for ever:
  - scripts, styles and manifests refer to each other, even in circles, so their name carries the *build id*, a hash of
    everything that goes in: shell.js -> shell.3f2a91c04b7d.js;
  - all others carry a hash of their own bytes: inter-400.1c9d….ttf stays cached across releases.

References. In HTML, JS, CSS and manifests, every quoted or url() text that starts with ./ or ../ and leads to a file of
the site is rewritten to its new name: './shell.js', import('./office.js'), fetch("./fonts/inter-400.ttf"),
url(./icon.svg). A name made at run time ('./fonts/' + name) cannot be seen: write names in full. A reference with a
known ending that leads nowhere stops the build. In rancang.js the bare name "rancang.wasm" is rewritten too.

Placeholders in these files: %BUILD_ID%, %WASM_BYTES% and, in HTML, %CSP%, the policy as a <meta>; every HTML file must have it.

Build id. It is in the HTML (by placeholder), in rancang.js (`export const buildId`) and in the wasm (a custom section
`build_id`), so that the loader can refuse a mixture of two releases.
"""
import hashlib
import json
import pathlib
import posixpath
import re
import shutil

from . import policy
from .common import BUILD, DEPS, ROOT, STAMPS, Step, Stop, digest_of_times, files_below, run, stamp_matches, write_stamp
from .setup import FONTS

TYPES = {
    ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".webmanifest": "application/manifest+json; charset=utf-8",
    ".wasm": "application/wasm", ".ttf": "font/ttf", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png",
    ".ico": "image/x-icon", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8",
}
REWRITTEN = (".html", ".js", ".css", ".webmanifest")
STORED = (".png", ".woff2", ".ico")  # compressed already
KEPT = ("sw.js", "robots.txt", "favicon.ico", "licences.txt")  # must be found under a fixed name
LICENCES = {"Rancang": ROOT / "LICENSE", "Dear ImGui": DEPS / "imgui/LICENSE.txt",
            "Inter": ROOT / "web/node_modules/inter-ui/LICENSE.txt", "Lucide": ROOT / "web/node_modules/lucide-static/LICENSE",
            "fflate": ROOT / "web/node_modules/fflate/LICENSE"}
PACKER = ROOT / "web/node_modules/fflate/esm/browser.js"
# nlohmann/json comes as headers without a licence file; these are the words of its headers.
JSON_LICENCE = "JSON for Modern C++\n\nSPDX-FileCopyrightText: 2013-2022 Niels Lohmann <https://nlohmann.me>\nSPDX-License-Identifier: MIT\n"
SKIP = ("tools", "node_modules", "package.json", "package-lock.json")
REFERENCE = re.compile(r"""(?P<before>["'`(=]\s*)(?P<path>\.{1,2}/[A-Za-z0-9_][A-Za-z0-9_./-]*)""")


def inputs(compiled):
    """{name in the site: path on disk} of everything that goes in."""
    found = {}

    def add(name, path):
        if path.suffix not in TYPES:
            raise Stop(f"{path} cannot be part of the page: no media type is set for its ending.")
        found[name] = path

    for path in files_below(ROOT / "web", SKIP):
        if path.suffix != ".md":
            add(path.relative_to(ROOT / "web").as_posix(), path)
    for path in compiled:
        add(path.name, path)
    for path in compiled[:1]:  # beside the compiler's output
        for language in ("id", "en"):
            add(f"help/{language}.txt", path.parents[1] / f"generated/text/help_{language}.txt")
    add("fflate.js", PACKER)
    for path in files_below(FONTS):
        add(f"fonts/{path.name}", path)
    for folder in ("samples", "templates"):
        for path in files_below(ROOT / "assets" / folder):
            if path.suffix not in (".py", ".md"):
                add(f"{folder}/{path.relative_to(ROOT / 'assets' / folder).as_posix()}", path)
    if "index.html" not in found:
        raise Stop("web/index.html is missing.")
    return found


def licences():
    """The text of licences.txt. Inter asks for its licence beside the fonts, the others for theirs beside the code."""
    parts = [f"{name}\n\n{path.read_text(encoding='utf-8').strip()}\n" for name, path in LICENCES.items() if path.exists()]
    return ("\n" + "-" * 72 + "\n\n").join(parts + [JSON_LICENCE])


def with_section(wasm, name, payload):
    """The wasm module with a custom section appended."""
    def leb(number):
        out = b""
        while True:
            number, byte = number >> 7, number & 0x7F
            out += bytes([byte | (0x80 if number else 0)])
            if not number:
                return out
    body = leb(len(name)) + name + payload
    return wasm + b"\0" + leb(len(body)) + body


def public_name(name, content, build_id):
    path = pathlib.PurePosixPath(name)
    if path.suffix == ".html" or name in KEPT:
        return name
    mark = build_id if path.suffix in REWRITTEN else hashlib.sha256(content).hexdigest()[:12]
    return path.with_name(f"{path.stem}.{mark}{path.suffix}").as_posix()


def rewrite(name, text, names, build_id):
    """Text with its references, placeholders and, in HTML, the policy put in."""
    folder = posixpath.dirname(name)

    def replace(match):
        target = posixpath.normpath(posixpath.join(folder, match["path"]))
        if target in names:
            return match["before"] + "./" + posixpath.relpath(names[target], folder or ".")
        if posixpath.splitext(target)[1] in TYPES:
            raise Stop(f"web/{name} refers to {match['path']}, which is not part of the page.")
        return match[0]

    text = REFERENCE.sub(replace, text)
    if name == "rancang.js":
        if "rancang.wasm" not in text:
            raise Stop("rancang.js does not name rancang.wasm: has this Emscripten another way to load it?")
        text = re.sub(r"(?<![\w./-])rancang\.wasm", names["rancang.wasm"], text)
        text += f'\nexport const buildId = "{build_id}";\n'
    if name.endswith(".html"):
        if "%CSP%" not in text:
            raise Stop(f'web/{name} needs <meta http-equiv="Content-Security-Policy" content="%CSP%">.')
        text = text.replace("%CSP%", policy.CSP_META)
    return text.replace("%BUILD_ID%", build_id)


def assemble(compiled):
    """{public name: bytes} of the whole page, and its build id."""
    contents = {name: path.read_bytes() for name, path in inputs(compiled).items()}
    contents["licences.txt"] = licences().encode()
    total = hashlib.sha256(policy.CSP_HEADER.encode())
    for name in sorted(contents):
        total.update(name.encode() + b"\0" + hashlib.sha256(contents[name]).digest())
    build_id = total.hexdigest()[:12]
    contents["rancang.wasm"] = with_section(contents["rancang.wasm"], b"build_id", build_id.encode())
    names = {name: public_name(name, content, build_id) for name, content in contents.items()}
    files = {}
    for name, content in contents.items():
        if name.endswith(REWRITTEN):
            text = rewrite(name, content.decode("utf-8"), names, build_id)
            content = text.replace("%WASM_BYTES%", str(len(contents["rancang.wasm"]))).encode("utf-8")
        files[names[name]] = content
    return files, build_id


def write_compressed(folder, files, quality):
    """Put name.br and name.gz beside each file where they are smaller; results are kept by content."""
    cache = BUILD / f"compressed-{quality}"
    cache.mkdir(parents=True, exist_ok=True)
    wanted = {name: cache / hashlib.sha256(content).hexdigest() for name, content in files.items()
              if not name.endswith(STORED) and len(content) > 200}
    todo = [(folder / name, target) for name, target in wanted.items() if not target.with_name(target.name + ".gz").exists()]
    if todo:
        listing = cache / "list.txt"
        listing.write_text("".join(f"{source}\t{target}\n" for source, target in todo))
        run(["sh", "-c", f'node "$0" {quality} < "$1"', str(pathlib.Path(__file__).with_name("compress.mjs")), str(listing)],
            "Compressing the page failed")
        listing.unlink()
    keep = set()
    for name, target in wanted.items():
        for ending in (".br", ".gz"):
            made = target.with_name(target.name + ending)
            keep.add(made)
            if made.stat().st_size < len(files[name]):
                shutil.copyfile(made, folder / (name + ending))
    for old in set(cache.iterdir()) - keep:
        old.unlink()


def write_site(folder, compiled, quality):
    """Write the page into an empty folder; return the table that server.py serves from."""
    files, build_id = assemble(compiled)
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    write_compressed(folder, files, quality)
    kept = [name for name in files if name.endswith(".html") or name in KEPT]
    return {"build_id": build_id, "files": {name: {"type": TYPES[pathlib.PurePosixPath(name).suffix], "kept": name in kept}
                                            for name in sorted(files)}}


def make(compiled, quality):
    """Bring build/site up to date and return its table."""
    paths = list(inputs(compiled).values()) + list((ROOT / "web/tools").iterdir())
    state = {"inputs": digest_of_times([path for path in paths if path.is_file()]), "quality": quality}
    table = STAMPS / "site-table.json"
    if stamp_matches("site", state) and (BUILD / "site/index.html").exists() and table.exists():
        return json.loads(table.read_text())
    with Step("Putting the page together"):
        (STAMPS / "site.json").unlink(missing_ok=True)
        made = write_site(BUILD / "site", compiled, quality)
        table.write_text(json.dumps(made))
        write_stamp("site", state)
    return made


def export(folder):
    """Copy the finished page to a folder that any static host can serve; only an empty or earlier one is replaced."""
    target = pathlib.Path(folder).resolve()
    if target.exists() and any(target.iterdir()) and not (target / "index.html").exists():
        raise Stop(f"{target} is not empty and holds no earlier page; choose another folder.")
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(BUILD / "site", target)
    return target
