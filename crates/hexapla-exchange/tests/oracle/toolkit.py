"""Opens a file with translate-toolkit, counts its units, changes a target, and saves it.

    toolkit.py FROM TO OLD NEW

Prints how many units it sees. In the unit whose target holds OLD that becomes NEW.
"""

import sys

from translate.storage import csvl10n, factory, xliff2


def main(source, to, old, new):
    if source.endswith(".xlf") and b"document:2.0" in open(source, "rb").read():
        store = xliff2.Xliff2File.parsefile(source)
    elif source.endswith(".csv"):
        store = csvl10n.csvfile.parsefile(source)
    else:
        store = factory.getobject(source)
    units = [unit for unit in store.units if not unit.isheader() and unit.source]
    changed = [unit for unit in units if unit.target and old in unit.target]
    if not changed:
        raise SystemExit(f"no target holds {old}")
    for unit in changed:
        unit.target = str(unit.target).replace(old, new)
        if hasattr(unit, "markfuzzy"):
            unit.markfuzzy(False)
    store.savefile(to)
    print(type(store).__name__, len(units))


main(*sys.argv[1:])
