"""Opens a spreadsheet with openpyxl, changes a target, and saves it.

    openpyxl_edit.py FROM TO OLD NEW

Prints whether the sheet is protected and which columns can be edited.
"""

import sys

import openpyxl


def main(source, to, old, new):
    book = openpyxl.load_workbook(source)
    sheet = book.active
    free = {cell.column_letter for cell in sheet[2] if not cell.protection.locked}
    for row in sheet.iter_rows(min_row=2):
        if old in str(row[3].value):
            row[3].value = row[3].value.replace(old, new)
    book.save(to)
    print(sheet.protection.sheet, "".join(sorted(free)))


main(*sys.argv[1:])
