#!/usr/bin/env python3
"""Draws findings of `hexapla check` to be read one by one, the same for the same seed.

    sample.py HEXAPLA.json [--size 300] [--seed 1] > sample.tsv

Every check that found something has its part: all of its findings where they are few, else as many
as every other check that has many. Within a check each finding is as likely as any other.
"""

import argparse
import csv
import json
import random
import sys
from collections import defaultdict


def shares(counts, size):
    """How many findings of each check are drawn: the same of all, but no more than there are.

    What cannot be divided goes to the checks that found most."""
    drawn = {check: 0 for check in counts}
    by_count = sorted(counts, key=lambda check: (-counts[check], check))
    while sum(drawn.values()) < min(size, sum(counts.values())):
        open_checks = [it for it in by_count if drawn[it] < counts[it]]
        left = size - sum(drawn.values())
        each = max(1, left // len(open_checks))
        for check in open_checks[:left]:
            drawn[check] += min(each, counts[check] - drawn[check])
    return drawn


def draw(findings, size, seed):
    """The places of the drawn findings in the list, by check."""
    places = defaultdict(list)
    for place, finding in enumerate(findings):
        places[finding["check"]].append(place)
    counts = {check: len(of) for check, of in places.items()}
    chance = random.Random(seed)
    drawn = shares(counts, size)
    return {check: sorted(chance.sample(places[check], drawn[check])) for check in sorted(places)}


def main():
    """Prints the drawn findings, without any text of the project."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("findings")
    arguments.add_argument("--size", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    with open(asked.findings, encoding="utf-8") as file:
        findings = json.load(file)
    out = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    out.writerow(["number", "locale", "file", "unit", "line", "column", "check", "severity"])
    for places in draw(findings, asked.size, asked.seed).values():
        for place in places:
            it = findings[place]
            locale, _, file = it["path"].partition("/")
            unit = (it.get("unit") or "").rpartition("#")[2]
            out.writerow([place, locale, file, unit, it["line"], it["column"], it["check"],
                          it["severity"]])


if __name__ == "__main__":
    main()
