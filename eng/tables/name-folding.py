#!/usr/bin/env python3
"""Writes Heck.Library/Runtime/Files/name-folding.txt: what file systems that ignore case or the way accents are written take for one.

The runtime runs without its globalization library, which is where normalization lives. A line is a character outside ASCII (or its lower case),
what it folds to (canonical decomposition of its full case folding), and the combining class of a character that has one, in hexadecimal.
Hangul syllables, which decompose by a rule, are left to the code.
"""
import sys
import unicodedata

lines = [f"# Unicode {unicodedata.unidata_version}; written by eng/tables/name-folding.py"]
for code in range(0x80, 0x110000):
    if 0xAC00 <= code <= 0xD7A3 or 0xD800 <= code <= 0xDFFF:
        continue
    char = chr(code)
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", char).casefold())
    order = unicodedata.combining(char)
    if folded != char or order:
        lines.append(" ".join([f"{code:x}", ",".join(f"{ord(c):x}" for c in folded)] + ([f"{order:x}"] if order else [])))
with open(sys.argv[1], "w", newline="\n") as table:
    table.write("\n".join(lines) + "\n")
