"""Pulls every file of a locale from a store in a folder, as python-tuf does it.

pull.py STORE CHANNEL STATE PATH...: prints the path and SHA-256 of each, or the error's name.
"""

import hashlib
import os
import sys

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient import FetcherInterface, Updater


class Folder(FetcherInterface):
    def _fetch(self, url):
        try:
            with open(url, "rb") as file:
                return iter([file.read()])
        except FileNotFoundError as error:
            raise DownloadHTTPError(url, 404) from error


store, channel, state, *paths = sys.argv[1:]
with open(f"{store}/{channel}/1.root.json", "rb") as file:
    root = file.read()
os.makedirs(f"{state}/targets", exist_ok=True)
updater = Updater(
    f"{state}/metadata",
    f"{store}/{channel}/",
    f"{state}/targets",
    f"{store}/targets/",
    fetcher=Folder(),
    bootstrap=root,
)
try:
    updater.refresh()
    for path in paths:
        info = updater.get_targetinfo(path)
        if info is None:
            print(path, "unknown")
            continue
        with open(updater.download_target(info), "rb") as file:
            print(path, hashlib.sha256(file.read()).hexdigest())
except Exception as error:
    print("refused", type(error).__name__)
