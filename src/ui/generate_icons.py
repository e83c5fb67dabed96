"""Make ui/icons_generated.hpp: one constant per icon name, the UTF-8 text of its glyph in the icon font.

usage: generate_icons.py <icons.txt> <codepoints.json of lucide-static> <output header>
"""
import json
import pathlib
import re
import sys

KEYWORDS = {"delete", "export", "import", "new", "switch", "union", "register", "case", "return", "signed", "break"}


def main():
    names_path, points_path, out = (pathlib.Path(p) for p in sys.argv[1:4])
    if not points_path.exists():
        sys.exit(f"icons: {points_path} is missing: run `python3 serve.py --setup` first")
    points = json.loads(points_path.read_text())
    names = sorted(set(names_path.read_text().split()))
    unknown = [name for name in names if name not in points]
    if unknown:
        sys.exit(f"icons: {names_path}: not in Lucide: {', '.join(unknown)}")
    lines = []
    for name in names:
        identifier = re.sub(r"[^a-z0-9]", "_", name)
        identifier += "_" if identifier in KEYWORDS else ""
        text = "".join(f"\\x{byte:02X}" for byte in chr(points[name]).encode())
        lines.append(f'inline constexpr char const* {identifier} = "{text}";\n')
    text = ("#pragma once\n"
            "// Generated from assets/icons.txt by ui/generate_icons.py; add a name there to get its icon.\n\n"
            "namespace rancang::icon {\n\n" + "".join(lines) + "\n}  // namespace rancang::icon\n")
    if not out.exists() or out.read_text() != text:
        out.write_text(text)


if __name__ == "__main__":
    main()
