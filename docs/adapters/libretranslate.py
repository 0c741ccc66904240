#!/usr/bin/env python3
"""Translates for `hexapla prefill` through an HTTP API like that of LibreTranslate.

LIBRETRANSLATE names the server (http://127.0.0.1:5000 without it), LIBRETRANSLATE_KEY its key where it wants
one. Only the standard library of Python is needed.
"""

import json
import os
import sys
import urllib.request

SERVER = os.environ.get("LIBRETRANSLATE", "http://127.0.0.1:5000").rstrip("/")


def translated(source, target, texts):
    """The texts in the other language, in the same order; `html` lets the tags alone."""
    asked = {"q": texts, "source": source.split("-")[0], "target": target.split("-")[0], "format": "html"}
    if key := os.environ.get("LIBRETRANSLATE_KEY"):
        asked["api_key"] = key
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(f"{SERVER}/translate", json.dumps(asked).encode(), headers)
    with urllib.request.urlopen(request, timeout=100) as answer:
        return json.load(answer)["translatedText"]


def main():
    request = json.load(sys.stdin)
    if request["version"] != 1:
        sys.exit(f"version {request['version']} is not known, only 1")
    units = request["units"]
    texts = translated(request["source"], request["target"], [unit["text"] for unit in units])
    answers = [{"id": unit["id"], "text": text} for unit, text in zip(units, texts)]
    json.dump({"units": answers}, sys.stdout)


if __name__ == "__main__":
    main()
