#!/usr/bin/env python3
"""Holds what `hexapla check` says of a project beside what compare-locales and moz.l10n say of it.

    compare.py HEXAPLA.json COMPARE-LOCALES.json [MOZ-L10N.json] [--only-theirs] [--only-ours]

Prints a table by kind of finding. A finding is known by its locale, file and message, so several
of one kind in one message count as one. What is only missing, obsolete or changed is status, no
finding, and left out. docs/checks.md says how the three files are made.
"""

import argparse
import json
import re
from collections import defaultdict

# What compare-locales says, and the check of ours that is about the same.
KINDS = [
    (r"Missing (?:term|message) reference: ", "reference-missing"),
    (r"Obsolete (?:term|message) reference: ", "reference-extra"),
    (r"Missing value", "value-differs"),
    (r"Obsolete value", "value-differs"),
    (r"Missing attribute: ", "attribute-missing"),
    (r"Obsolete attribute: ", "attribute-extra"),
    (r"Attribute .* is duplicated", "attribute-doubled"),
    (r"Variant key .* is duplicated", "variant-doubled"),
    (r"Plural categories missing: ", "plural-missing"),
    (r"Unparsed content", "fluent-junk"),
    (r".* occurs \d+ times", "fluent-duplicate-id"),
    (r".*only in (?:reference|l10n)|units for .* don't match|.*CSS spec", "style-differs"),
]


def kind_of(message):
    """The name of what a message of compare-locales is about."""
    found = (kind for pattern, kind in KINDS if re.match(pattern, message))
    return next(found, "other: " + message)


def unit_of(message):
    """The message or term that a message of compare-locales is about; none for a whole file."""
    named = re.search(r" for (\S+)$", message) or re.match(r"(\S+) occurs", message)
    return named[1].split(".")[0] if named else None


def leaves(details, path=()):
    """Every list of findings below a path, with the path, of which one step may be several folders."""
    for step, below in details.items():
        if isinstance(below, dict):
            yield from leaves(below, path + (step,))
        else:
            yield "/".join(path + (step,)), below


def of_compare_locales(projects):
    """(kind, (locale, file, message)) of its errors and warnings."""
    for project in projects:
        for path, found in leaves(project["details"]):
            locale, _, file = path.partition("/")
            messages = [text for it in found for level, text in it.items()
                        if level in ("error", "warning")]
            for message in messages:
                yield kind_of(message), (locale, file, unit_of(message))


def of_moz_l10n(locales):
    """The same of the files that moz.l10n cannot read."""
    for locale, found in locales.items():
        for file in found["errors"] or {}:
            yield "fluent-junk", (locale, file, None)


def of_hexapla(findings):
    """The same of ours. Of a whole file is what has no unit."""
    for it in findings:
        locale, _, file = it["path"].partition("/")
        named = re.search(r"`(.+)` stands here a second time", it["message"])
        unit = named[1] if named else (it.get("unit") or "").rpartition("#")[2]
        yield it["check"], (locale, file, unit or None)


def by_kind(found):
    """The places of each kind."""
    places = defaultdict(set)
    for kind, place in found:
        places[kind].add(place)
    return places


def table(compared, moz, ours):
    """The rows of the table: every kind, and where who reports it."""
    for kind in sorted(compared.keys() | moz.keys() | ours.keys()):
        theirs, own = compared[kind] | moz[kind], ours[kind]
        yield (kind, len(compared[kind]), len(moz[kind]), len(own), len(theirs & own),
               len(theirs - own), len(own - theirs))


def main():
    """Prints the table, and on demand the places that only one side reports."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("hexapla")
    arguments.add_argument("compare_locales")
    arguments.add_argument("moz_l10n", nargs="?")
    arguments.add_argument("--only-theirs", action="store_true")
    arguments.add_argument("--only-ours", action="store_true")
    asked = arguments.parse_args()

    def read(path):
        with open(path, encoding="utf-8") as file:
            return json.load(file)

    compared = by_kind(of_compare_locales(read(asked.compare_locales)))
    moz = by_kind(of_moz_l10n(read(asked.moz_l10n) if asked.moz_l10n else {}))
    ours = by_kind(of_hexapla(read(asked.hexapla)))
    print("| kind | compare-locales | moz.l10n | ours | both | only theirs | only ours |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, *counts in table(compared, moz, ours):
        print(f"| `{kind}` |", " | ".join(f"{it:,}" for it in counts), "|")
    for kind in sorted(compared.keys() | moz.keys() | ours.keys()):
        theirs, own = compared[kind] | moz[kind], ours[kind]
        only = [("theirs", theirs - own, asked.only_theirs), ("ours", own - theirs, asked.only_ours)]
        for whose, places, wanted in only:
            for place in sorted(places, key=str) if wanted else ():
                print(f"only {whose}: {kind}:", *(it or "-" for it in place))


if __name__ == "__main__":
    main()
