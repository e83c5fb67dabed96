"""Bake the font files of the page: inter-400.ttf, inter-600.ttf, icons.ttf.

usage: bake_fonts.py "<icon> <icon> ..." <inter-ui package> <lucide-static package> <output folder>

Needs fontTools and brotli (Debian: python3-fonttools, python3-brotli). Both fonts may be used, embedded and subset:
Inter under the SIL Open Font License, Lucide under ISC.

Two things are done besides subsetting:
- Dear ImGui does no OpenType shaping, so tabular figures cannot be switched on at run time. The ten digits are pointed
  at Inter's tabular glyphs here. Only the digits: Inter's own `tnum` also widens space, full stop, comma and hyphen,
  which would ruin running text.
- Lucide's glyphs are moved down and given Inter's proportion of ascent to descent, so that an icon of size N stands
  centred in a text line of size N without an offset per size.
"""
import json
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

DIGITS = "zero one two three four five six seven eight nine".split()


def span(first, last):
    return set(range(first, last + 1))


# What people write in a plan in Latin script, with the names, units, formulas and marks found in one. Everything else
# is kept in the file and shown as a replacement mark on the canvas (the text field itself shows it with the system's fonts).
TEXT = (span(0x20, 0x7E) | span(0xA0, 0xFF)          # Latin
        | span(0x100, 0x17F) | span(0x218, 0x21B)    # Latin Extended-A and the Romanian letters
        | span(0x1E00, 0x1EFF)                       # transliterated Arabic and Sanskrit names, Vietnamese
        | {0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD}
        | span(0x391, 0x3A9) | span(0x3B1, 0x3C9)    # Greek, for formulas
        | span(0x2010, 0x2027) | span(0x2030, 0x203A) | {0x2044, 0x20AC, 0x2113, 0x2116, 0x2122, 0x2126}
        | span(0x2070, 0x208E) | span(0x2150, 0x215E)
        | span(0x2190, 0x2199) | {0x21D2, 0x21D4}
        | {0x2202, 0x2206, 0x220F, 0x2211, 0x2212, 0x221A, 0x221E, 0x222B, 0x2248, 0x2260, 0x2264, 0x2265}
        | {0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2713, 0x2717})


def options(**more):
    return subset.Options(layout_features=[], notdef_outline=True, hinting=False, glyph_names=False,
                          drop_tables=["DSIG", "GDEF", "GPOS", "GSUB", "STAT", "meta"], **more)


def bake_inter(source, target):
    font = TTFont(source)
    for table in font["cmap"].tables:
        for i, name in enumerate(DIGITS):
            if 0x30 + i in table.cmap:
                table.cmap[0x30 + i] = name + ".tf"
    # The names that the licence asks for: copyright, family, style, version, licence and its address.
    subsetter = subset.Subsetter(options(name_IDs=[0, 1, 2, 5, 13, 14]))
    subsetter.populate(unicodes=TEXT)
    subsetter.subset(font)
    widths = {font["hmtx"][font.getBestCmap()[0x30 + i]][0] for i in range(10)}
    if len(widths) != 1:
        sys.exit(f"fonts: {source}: the digits are not of one width: {sorted(widths)}")
    save(font, target)
    return font["hhea"]


def bake_icons(names, lucide, hhea, target):
    points = json.loads((lucide / "font/codepoints.json").read_text())
    unknown = [name for name in names if name not in points]
    if unknown:
        sys.exit(f"fonts: not in Lucide: {', '.join(unknown)}")
    font = TTFont(lucide / "font/lucide.ttf")
    subsetter = subset.Subsetter(options(name_IDs=[0, 1, 2, 5, 13, 14]))
    subsetter.populate(unicodes=[points[name] for name in names])
    subsetter.subset(font)
    em = font["head"].unitsPerEm
    drop = round(em * -hhea.descent / (hhea.ascent - hhea.descent))
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        if glyphs[name].numberOfContours > 0:
            glyphs[name].coordinates.translate((0, -drop))
            glyphs[name].recalcBounds(glyphs)
    ascent, metrics = em - drop, font["OS/2"]
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -drop, 0
    metrics.sTypoAscender, metrics.sTypoDescender, metrics.sTypoLineGap = ascent, -drop, 0
    metrics.usWinAscent, metrics.usWinDescent = ascent, drop
    save(font, target)


def save(font, target):
    font.flavor = None
    # A fixed time: the same packages bake the same bytes.
    font.recalcTimestamp = False
    font.save(target)
    print(f"  {target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size // 1024} kB")


def main():
    icons = sys.argv[1].split()
    inter, lucide, out = (pathlib.Path(argument) for argument in sys.argv[2:5])
    out.mkdir(parents=True, exist_ok=True)
    bake_inter(inter / "web/Inter-SemiBold.woff2", out / "inter-600.ttf")
    hhea = bake_inter(inter / "web/Inter-Regular.woff2", out / "inter-400.ttf")
    bake_icons(sorted(set(icons)), lucide, hhea, out / "icons.ttf")


if __name__ == "__main__":
    main()
