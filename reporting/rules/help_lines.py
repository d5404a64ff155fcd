"""Where children find help everywhere in England: what the table of help lines begins with."""

from typing import Final

HELP_LINES: Final = (
    ("999", "If you or somebody else is in danger now, ring the police.", "999", ""),
    ("Childline", "Talk to somebody about any worry, day or night. It is free, and it is not on the bill.", "0800 1111",
     "childline.org.uk"),
    ("Shout", "Text with somebody, day or night. Text the word SHOUT. It is free.", "85258", "giveusashout.org"),
)  # fmt: skip
"""Name, what it is for, telephone, website; in the order in which they stand."""
