"""Holds a document against the schemas of XLIFF: schema.py FOLDER 2.1|1.2 DOCUMENT."""

import pathlib
import sys

from lxml import etree

XLIFF = "urn:oasis:names:tc:xliff:"
MODULES = {
    "http://www.w3.org/XML/1998/namespace": "xml.xsd",
    XLIFF + "document:2.0": "xliff_core_2.0.xsd",
    XLIFF + "metadata:2.0": "metadata.xsd",
    XLIFF + "sizerestriction:2.0": "size_restriction.xsd",
}


def main(folder, version, document):
    folder = pathlib.Path(folder).resolve()
    imports = "".join(
        f'<xs:import namespace="{space}" schemaLocation="{(folder / name).as_uri()}"/>'
        for space, name in (
            MODULES.items()
            if version == "2.1"
            else {XLIFF + "document:1.2": "xliff-core-1.2-strict.xsd"}.items()
        )
    )
    root = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    schema = etree.XMLSchema(etree.fromstring(root))
    if not schema.validate(etree.parse(document)):
        raise SystemExit(str(schema.error_log))


main(*sys.argv[1:])
