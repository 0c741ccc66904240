"""Opens a PO file with polib, changes a target, and saves it: polib_edit.py FROM TO OLD NEW."""

import sys

import polib


def main(source, to, old, new):
    po = polib.pofile(source)
    for entry in po:
        if old in entry.msgstr:
            entry.msgstr = entry.msgstr.replace(old, new)
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    po.save(to)
    print(len(po), len(po.obsolete_entries()))


main(*sys.argv[1:])
