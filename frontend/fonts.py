"""Merge the Latin and extended Latin cuts of Public Sans into one file for each weight.

Two files of one weight, split by character range, make the PDF renderer paint wrong glyphs; one file does not.
Usage: fonts.py <folder of the npm package> <folder to write to>
"""

import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FIXED_TIME = 3_700_000_000  # seconds since 1904: the same input gives the same file


def main(package: Path, target: Path) -> None:
    """Write public-sans-<weight>.ttf for print and .woff2 for the web."""
    for weight in ("400", "700"):
        cuts = []
        for cut in ("latin", "latin-ext"):
            font = TTFont(package / "files" / f"public-sans-{cut}-{weight}-normal.woff2")
            font.flavor = None
            cuts.append(target / f"{cut}-{weight}.ttf")
            font.save(cuts[-1])
        merged = Merger().merge([str(cut) for cut in cuts])
        merged["head"].created = merged["head"].modified = FIXED_TIME
        merged.recalcTimestamp = False
        merged.save(target / f"public-sans-{weight}.ttf")
        merged.flavor = "woff2"
        merged.save(target / f"public-sans-{weight}.woff2")
        for cut in cuts:
            cut.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
