"""Writes text files as C++ string views, for what must be at hand without a request.

usage: embed_assets.py OUT_DIR NAME=FILE ...   →  OUT_DIR/assets_generated.{hpp,cpp} with `std::string_view embedded::NAME()`.
JSON files are written without line indentation: the reader does not need it and the page gets smaller.
"""
import json
import pathlib
import sys

LITERAL = 2000  # characters per literal: compilers limit the length of one


def quoted(text: str) -> str:
    out = []
    for byte in text.encode():
        c = chr(byte)
        if c in '"\\':
            out.append("\\" + c)
        elif 32 <= byte < 127 and c != "?":
            out.append(c)
        else:
            out.append(f"\\{byte:03o}")
    return "".join(out)


def main() -> None:
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    header = ["#pragma once", "// Generated from assets/ by app/embed_assets.py; edit those, not this.", "#include <string_view>", "", "namespace rancang::embedded {", ""]
    body = ['#include "app/assets_generated.hpp"', "", "namespace rancang::embedded {", ""]
    for argument in sys.argv[2:]:
        name, file = argument.split("=", 1)
        text = pathlib.Path(file).read_text(encoding="utf-8")
        if file.endswith(".json"):
            json.loads(text)
        pieces = [text[i:i + LITERAL] for i in range(0, len(text), LITERAL)] or [""]
        header.append(f"std::string_view {name}();")
        literals = "\n    ".join(f'"{quoted(piece)}"' for piece in pieces)
        body += [f"std::string_view {name}() {{", f"  static constexpr std::string_view text =\n    {literals};", "  return text;", "}", ""]
    header += ["", "}  // namespace rancang::embedded", ""]
    body += ["}  // namespace rancang::embedded", ""]
    (out / "assets_generated.hpp").write_text("\n".join(header))
    (out / "assets_generated.cpp").write_text("\n".join(body))


main()
