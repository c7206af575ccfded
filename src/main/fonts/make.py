#!/usr/bin/env python3
"""Makes "NLCEN Sans" from Inter 4 (Debian: fonts-inter): tabular digits by default, only the characters the window shows.

Needs fonttools. Usage: make.py FOLDER_OF_INTER_OTF OUTPUT_FOLDER
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "NLCEN Sans"
TABULAR = "0123456789+\u2212.,:\u2013-%/ "
RANGES = [(0x20, 0x180), (0x370, 0x400), (0x2010, 0x2027)]
SIGNS = [
    0xB2, 0xB3, 0x2007, 0x2009, 0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x2070, 0x207B, 0x20AC, 0x2122,
    0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x21E7, 0x2318, 0x2325, 0x25A0,
    0x25CF, 0x2713,
]


def tabular_glyphs(font):
    table = font["GSUB"].table
    glyphs = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    glyphs.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    return glyphs


def make(source, target, style):
    font = TTFont(source)
    glyphs = tabular_glyphs(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in list(table.cmap.items()):
                if chr(code) in TABULAR and glyph in glyphs:
                    table.cmap[code] = glyphs[glyph]
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.hinting = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={c for a, b in RANGES for c in range(a, b)} | set(SIGNS))
    subsetter.subset(font)
    bold = style == "Bold"
    full = FAMILY + (" Bold" if bold else "")
    names = {1: FAMILY, 2: style, 3: "NLCENSans-" + style, 4: full, 6: "NLCENSans-" + style, 16: FAMILY, 17: style}
    for entry in font["name"].names:
        if entry.nameID in names:
            entry.string = names[entry.nameID]
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0b1100001) | (1 << 5 if bold else 1 << 6)
    font["head"].macStyle = 1 if bold else 0
    font.save(target)


if __name__ == "__main__":
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    make(folder / "Inter-Regular.otf", output / "regular.otf", "Regular")
    make(folder / "Inter-SemiBold.otf", output / "bold.otf", "Bold")
