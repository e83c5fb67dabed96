"""Make ui/tokens_generated.hpp from assets/tokens.json: colours of every theme, type sizes and measures.

usage: generate_tokens.py <tokens.json> <output header>

Colours are packed as Dear ImGui packs them (0xAABBGGRR), so that the table needs no include of it.
"""
import json
import pathlib
import re
import sys

THEMES = ("light", "dark", "contrast")


def snake(name):
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).replace(".", "_").replace("-", "_").lower()


def packed(colour):
    digits = colour.lstrip("#")
    red, green, blue = (int(digits[i:i + 2], 16) for i in (0, 2, 4))
    alpha = int(digits[6:8], 16) if len(digits) == 8 else 255
    return f"0x{alpha:02X}{blue:02X}{green:02X}{red:02X}u"


def colours(themes):
    names = list(themes["light"])
    for theme in THEMES:
        if list(themes[theme]) != names:
            sys.exit(f"tokens: theme {theme} lists other colours than light, or in another order")
    rows = "".join("    {" + ", ".join(packed(themes[theme][n]) for n in names) + "},\n" for theme in THEMES)
    return (f"enum class Theme {{ {', '.join(THEMES)} }};\n\n"
            "enum class Token {\n" + "".join(f"  {snake(n)},\n" for n in names) + "};\n"
            f"inline constexpr int token_count = {len(names)};\n\n"
            "/// [theme][token], packed as 0xAABBGGRR.\n"
            f"inline constexpr std::uint32_t token_colors[{len(THEMES)}][token_count] = {{\n{rows}}};\n\n"
            "constexpr std::uint32_t token_color(Theme theme, Token token) {\n"
            "  return token_colors[static_cast<int>(theme)][static_cast<int>(token)];\n}\n")


def type_sizes(kind):
    names = list(kind["size"])
    def row(name, values, what):
        return f"/// {what}\ninline constexpr float {name}[type_size_count] = {{{', '.join(f'{v}f' if isinstance(v, float) else f'{v}.0f' for v in values)}}};\n"
    return (f"enum class TypeSize {{ {', '.join(snake(n) for n in names)} }};\n"
            f"inline constexpr int type_size_count = {len(names)};\n"
            + row("type_size_px", kind["size"].values(), "Dear ImGui font size, which is the line height.")
            + row("type_size_css_px", [float(v) for v in kind["css"].values()], "The same letters as a CSS font-size.")
            + row("type_size_paragraph_px", kind["paragraphLine"].values(), "Distance of lines in a paragraph.")
            + row("type_size_wall_px", kind["wallSize"].values(), "Font size in wall mode."))


def measures(tokens):
    lines = []
    def add(prefix, value):
        if isinstance(value, dict):
            for key, inner in value.items():
                add(f"{prefix}_{snake(key)}", inner)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            lines.append(f"inline constexpr float {prefix} = {float(value)}f;\n")
    for group in ("space", "radius", "stroke", "size", "density", "layout", "motion"):
        add(group, tokens[group])
    return "namespace metric {\n" + "".join(lines) + "}  // namespace metric\n"


def main():
    source, out = (pathlib.Path(p) for p in sys.argv[1:3])
    tokens = json.loads(source.read_text())
    text = ("#pragma once\n"
            "// Generated from assets/tokens.json by ui/generate_tokens.py; edit that, not this.\n"
            "#include <cstdint>\n\n"
            "namespace rancang {\n\n" + "\n".join((colours(tokens["themes"]), type_sizes(tokens["type"]), measures(tokens)))
            + "\n}  // namespace rancang\n")
    if not out.exists() or out.read_text() != text:
        out.write_text(text)


if __name__ == "__main__":
    main()
