"""Publishes two releases with python-tuf: publish.py STORE.

The first is signed by the keys of the first root; then all keys are replaced, the root's by two of
three, and the second release is signed by the new ones.
"""

import hashlib
import os
import sys
from datetime import datetime, timezone

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

store = sys.argv[1]
EXPIRES = datetime(2099, 1, 1, tzinfo=timezone.utc)
OWN = {"x-hexapla": {"channel": "stable"}}


def put(name, data):
    path = os.path.join(store, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def write(signed, name, signers):
    metadata = Metadata(signed)
    for signer in signers:
        metadata.sign(signer, append=True)
    data = metadata.to_bytes(JSONSerializer(compact=False))
    put(f"stable/{name}.json", data)
    hashes = {"sha256": hashlib.sha256(data).hexdigest()}
    return MetaFile(signed.version, len(data), hashes)


def own(**fields):
    return {"x-hexapla": {"channel": "stable", **fields}}


def publish(version, release, timestamp):
    content = f"es {version}\n".encode()
    listed = {}
    for path in ["es/ui.ftl", "es/pages/camp\u00e1ign.md"]:
        file = TargetFile.from_data(path, content, ["sha256"])
        file.unrecognized_fields["custom"] = {"collection": "ui"}
        listed[path] = file
        folder, name = path.rsplit("/", 1)
        put(f"targets/{folder}/{file.hashes['sha256']}.{name}", content)
    files = Targets(version, "1.0.31", EXPIRES, listed, None, own(coverage={}))
    key = release.public_key
    role = DelegatedRole("es", [key.keyid], 1, True, ["es/*", "es/*/*"])
    said = own(
        name='An "Example"',
        release=hashlib.sha256(b"").hexdigest(),
        as_of="2026-11-24T12:00:00Z",
        channels=["stable"],
    )
    delegations = Delegations({key.keyid: key}, {"es": role})
    targets = Targets(version, "1.0.31", EXPIRES, {}, delegations, said)
    meta = {
        "targets.json": write(targets, f"{version}.targets", [release]),
        "es.json": write(files, f"{version}.es", [release]),
    }
    snapshot = Snapshot(version, "1.0.31", EXPIRES, meta, own())
    named = write(snapshot, f"{version}.snapshot", [release])
    write(Timestamp(version, "1.0.31", EXPIRES, named, own()), "timestamp", [timestamp])


def root(version, owners, threshold, release, timestamp, signers):
    signed = Root(version, "1.0.31", EXPIRES, consistent_snapshot=True)
    for owner in owners:
        signed.add_key(owner.public_key, "root")
    signed.roles["root"].threshold = threshold
    for name in ["snapshot", "targets"]:
        signed.add_key(release.public_key, name)
    signed.add_key(timestamp.public_key, "timestamp")
    write(signed, f"{version}.root", signers)


a, b, c, d, old_release, release, old_timestamp, timestamp = (
    CryptoSigner.generate_ed25519() for _ in range(8)
)
root(1, [a], 1, old_release, old_timestamp, [a])
publish(1, old_release, old_timestamp)
os.rename(f"{store}/stable/timestamp.json", f"{store}/stable/first.json")
root(2, [b, c, d], 2, release, timestamp, [a, b, d])
publish(2, release, timestamp)
