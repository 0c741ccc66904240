/** Attacks: each changes what a publisher wrote, and names the refusal that it has to meet. */

import { DAY, NOW, changed, envelope, newKey, sha256, time } from "./kit.mjs";

const own = (role, change) => ({ edit: { [role]: change } });
const release = (publisher, hooks = {}) => publisher.publish({ files: changed(), ...hooks });
const text = (change) => (bytes) => change(bytes.toString());
const grow = (bytes) => Buffer.concat([bytes, Buffer.from(" ")]);
const flip = (bytes) => Buffer.from(bytes.map((it, at) => (at === bytes.length - 3 ? it ^ 1 : it)));
/** The same with another first byte in a signature. */
const otherSignature = (text) => text.replace(/"sig":"(..)/, (_, byte) => `"sig":"${byte === "00" ? "01" : "00"}`);
const last = (publisher, ending) => [...publisher.store.keys()].filter((it) => it.endsWith(ending)).at(-1);

/** Moves the next release's role to another version, under the name that its own version gives. */
const version = (role, number) => (it) => {
  release(it, { edit: { [role]: (signed) => (signed.version = number(signed.version)) } });
};

/** Changes how a file of metadata is named by another. */
const entry = (role, name, change) => (it) => release(it, own(role, (signed) => change(signed.meta[name], signed)));

/** Puts a file of another name into a locale. */
const file = (path, more = {}) => (it) => {
  const named = { custom: { collection: "ui" }, hashes: { sha256: sha256("") }, length: 0, ...more };
  release(it, own("es", (signed) => (signed.targets[path] = named)));
};

const SIGNATURES = [
  ["timestamp changed after it was signed", "signature", (it) => release(it, { after: { timestamp: text((bytes) => bytes.replace(/"version":2/g, '"version":3')) } })],
  ["timestamp signed by nobody", "signature", (it) => release(it, { signers: { timestamp: [] } })],
  ["timestamp signed by the release key", "signature", (it) => release(it, { signers: { timestamp: it.keys.release } })],
  ["snapshot signed by the timestamp key", "signature", (it) => release(it, { signers: { snapshot: it.keys.timestamp } })],
  ["targets signed by the timestamp key", "signature", (it) => release(it, { signers: { targets: it.keys.timestamp } })],
  ["locale signed by the timestamp key", "signature", (it) => release(it, { signers: { es: it.keys.timestamp } })],
  ["snapshot signed by a stranger", "signature", (it) => release(it, { signers: { snapshot: [newKey()] } })],
  ["signature of another text", "signature", (it) => release(it, { wrap: { snapshot: text(otherSignature) } })],
  ["signature that is no hexadecimal", "signature", (it) => release(it, { wrap: { snapshot: text((bytes) => bytes.replace(/"sig":"../, '"sig":"zz')) } })],
  ["signature that was cut", "signature", (it) => release(it, { wrap: { snapshot: text((bytes) => bytes.replace(/"sig":"../, '"sig":"')) } })],
  ["a right signature beside a wrong one", "signature", (it) => {
    it.keys.release = [...it.keys.release, newKey()];
    it.root();
    release(it, { wrap: { snapshot: text(otherSignature) } });
  }],
  ["one of two that have to sign", "signature", (it) => {
    it.keys.release = [newKey(), newKey()];
    it.thresholds = { targets: 2, snapshot: 2 };
    it.root();
    release(it, { signers: { snapshot: [it.keys.release[0]] } });
  }],
  ["one key under two ids", "signature", (it) => {
    const key = newKey();
    it.keys.release = [key, newKey({ note: "again" }, key.pair)];
    it.thresholds = { targets: 2, snapshot: 2 };
    it.root();
    release(it);
  }],
  ["a key of another kind than Ed25519", "signature", (it) => {
    it.keys.timestamp = [newKey({ scheme: "other" })];
    it.root();
    release(it);
  }],
  ["root by new keys only", "signature", (it) => {
    it.keys.root = [newKey()];
    it.root({ signers: it.keys.root });
  }],
  ["root by former keys only", "signature", (it) => {
    const former = it.keys.root;
    it.keys.root = [newKey()];
    it.root({ signers: former });
  }],
  ["timestamp by a withdrawn key", "revoked", (it) => {
    const former = it.keys.timestamp;
    it.keys.timestamp = [newKey()];
    it.root();
    release(it, { signers: { timestamp: former } });
  }],
  ["snapshot by a withdrawn key", "revoked", (it) => {
    const former = it.keys.release;
    it.keys.release = [newKey()];
    it.root();
    release(it, { signers: { snapshot: former } });
  }],
  ["root by a withdrawn key", "revoked", (it) => {
    const former = it.keys.root;
    it.keys.root = [newKey()];
    it.root();
    it.root({ signers: former });
  }],
];

const ROOTS = [
  ["root that skips one", "root-version", (it) => {
    it.versions.root = 2;
    it.root({ as: 2 });
  }],
  ["root of the same version", "root-version", (it) => it.put("stable/2.root.json", it.store.get("stable/1.root.json"))],
  ["root that has expired", "expired", (it) => it.root({ days: -1 })],
  ["root that is a page", "format", (it) => it.put("stable/2.root.json", "<!doctype html>")],
  ["root of a weak key", "format", (it) => it.root({ edit: (signed) => {
    const json = { keytype: "ed25519", keyval: { public: `01${"00".repeat(31)}` }, scheme: "ed25519" };
    signed.keys[newKey(json).id] = json;
  } })],
  ["root of a key that is no point", "format", (it) => it.root({ edit: (signed) => {
    const json = { keytype: "ed25519", keyval: { public: `02${"00".repeat(31)}` }, scheme: "ed25519" };
    signed.keys[newKey(json).id] = json;
  } })],
  ["root of a key under another id", "format", (it) => it.root({ edit: (signed) => {
    signed.keys[sha256("another")] = newKey().json;
  } })],
  ["root of threshold 0", "format", (it) => it.root({ edit: (signed) => (signed.roles.timestamp.threshold = 0) })],
  ["root without consistent snapshots", "format", (it) => it.root({ edit: (signed) => (signed.consistent_snapshot = false) })],
  ["endless root", "length", (it) => it.put("stable/2.root.json", Buffer.alloc(513 * 1024, " "))],
];

const ROLLBACKS = [
  ["earlier timestamp", "rollback", version("timestamp", (it) => it - 2 || 1), true],
  ["timestamp of the same version", "rollback", version("timestamp", (it) => it - 1)],
  ["earlier snapshot", "rollback", (it) => { it.versions.snapshot = 0; release(it); }, true],
  ["snapshot of the same version", "rollback", (it) => { it.versions.snapshot -= 1; release(it); }],
  ["earlier targets", "rollback", (it) => { it.versions.targets = 0; release(it); }, true],
  ["targets of the same version", "rollback", (it) => { it.versions.targets -= 1; release(it); }],
  ["earlier locale", "rollback", (it) => { it.versions.es = 0; release(it); }, true],
  ["locale of the same version", "rollback", (it) => { it.versions.es -= 1; release(it); }],
];

const past = (signed) => (signed.expires = time(NOW));
const FREEZES = [
  ["frozen store", "expired", () => {}, false, NOW + 6 * DAY],
  ["timestamp that has expired", "expired", (it) => release(it, own("timestamp", past))],
  ["snapshot that has expired", "expired", (it) => release(it, own("snapshot", past))],
  ["targets that have expired", "expired", (it) => release(it, own("targets", past))],
  ["locale that has expired", "expired", (it) => release(it, own("es", past))],
  ["locale that is held and has expired", "expired", (it) => release(it), false, NOW + 89 * DAY, (it) => {
    it.now += 85 * DAY;
    it.publish();
  }],
];

const MIXES = [
  ["snapshot of another version", "mix", version("snapshot", (it) => it + 1)],
  ["targets of another version", "mix", version("targets", (it) => it + 1)],
  ["locale of another version", "mix", version("es", (it) => it + 1)],
  ["locale that is gone", "mix", (it) => {
    const before = it.store.get("stable/1.targets.json");
    release(it, own("snapshot", (signed) => {
      delete signed.meta["ar.json"];
      signed.meta["targets.json"] = { hashes: { sha256: sha256(before) }, length: before.length, version: 1 };
    }));
  }],
  ["locale that no snapshot names", "mix", (it) => release(it, own("snapshot", (signed) => delete signed.meta["ar.json"]))],
  ["locale that nobody vouches for", "mix", (it) => release(it, own("targets", (signed) => signed.delegations.roles.pop()))],
];

const LENGTHS = [
  ["snapshot of one byte more", "length", (it) => release(it, { after: { snapshot: grow } })],
  ["snapshot of one byte less", "length", (it) => release(it, { after: { snapshot: (bytes) => bytes.subarray(1) } })],
  ["targets of one byte more", "length", (it) => release(it, { after: { targets: grow } })],
  ["locale of one byte less", "length", (it) => release(it, { after: { es: (bytes) => bytes.subarray(1) } })],
  ["endless timestamp", "length", (it) => release(it, { after: { timestamp: (bytes) => Buffer.concat([bytes, Buffer.alloc(20_000, " ")]) } })],
  ["snapshot that is too long by its name", "length", entry("timestamp", "snapshot.json", (it) => (it.length = 2 ** 30))],
  ["locale that is too long by its name", "length", entry("snapshot", "es.json", (it) => (it.length = 2 ** 40))],
  ["file of one byte more", "length", (it) => { release(it); it.put(last(it, ".ui.ftl"), grow(it.store.get(last(it, ".ui.ftl")))); }],
  ["file of one byte less", "length", (it) => { release(it); it.put(last(it, ".ui.ftl"), it.store.get(last(it, ".ui.ftl")).subarray(1)); }],
  ["file that is too long by its name", "length", file("es/huge.md", { length: 2 ** 31 })],
];

const HASHES = [
  ["snapshot of other bytes", "hash", (it) => release(it, { after: { snapshot: flip } })],
  ["targets of other bytes", "hash", (it) => release(it, { after: { targets: flip } })],
  ["locale of other bytes", "hash", (it) => release(it, { after: { es: flip } })],
  ["file of other bytes", "hash", (it) => { release(it); it.put(last(it, ".ui.ftl"), flip(it.store.get(last(it, ".ui.ftl")))); }],
  ["file of the release before", "length", (it) => { release(it, { files: changed(undefined, "Hola, hola") }); it.put(last(it, ".ui.ftl"), it.store.get([...it.store.keys()].find((name) => name.startsWith("targets/es") && name.endsWith(".ui.ftl")))); }],
];

const PATHS = [
  "es/../ar/ui.ftl", "../es/ui.ftl", "/es/ui.ftl", "es//ui.ftl", "es/a\0b", "es\\ui.ftl", "es/a\\..\\b", "es/con", "es/NUL.txt", "es/com1.md",
  "es/C:a", "es/.htaccess", "es/a.", "es/a ", "es/x\u202efdp.exe", "es/a\u200bb", "es/a*b", "es/UI.FTL", "es/pages/ONE.md", "es/ui.ftl/a",
  "ar/other.ftl", "ui.ftl", "es/a/b/c/deep.md", `es/${"a".repeat(256)}`, `es/${"a/".repeat(600)}b`,
].map((path) => [`file ${JSON.stringify(path).slice(0, 40)}`, "path", file(path)]);
PATHS.push(["two spellings of one accent", "path", (it) => {
  const named = { custom: { collection: "ui" }, hashes: { sha256: sha256("") }, length: 0 };
  release(it, own("es", (signed) => Object.assign(signed.targets, { "es/\u00e9.md": named, "es/e\u0301.md": named })));
}]);

const CHANNELS = ["timestamp", "snapshot", "targets", "es"].map((role) => [
  `${role} of another channel`, "channel", (it) => release(it, own(role, (signed) => (signed["x-hexapla"].channel = "preview"))),
]);

const twice = (bytes) => bytes.replace('"version":', '"version":9,"version":');
const raw = (role, change) => (it) => release(it, { wrap: { [role]: text(change) } });
const FORMATS = [
  ["a name twice", raw("snapshot", twice)],
  ["a name twice, once escaped", raw("snapshot", (it) => it.replace('"version":', '"versio\\u006e":9,"version":'))],
  ["deep nesting", raw("snapshot", (it) => it.replace('"signed":{', `"signed":{"x":${"[".repeat(40)}${"]".repeat(40)},`))],
  ["very deep nesting", raw("snapshot", () => "[".repeat(500_000))],
  ["a page instead of a timestamp", raw("timestamp", () => "<!doctype html><title>Log in</title>")],
  ["an empty timestamp", raw("timestamp", () => "")],
  ["a cut timestamp", raw("timestamp", (it) => it.slice(0, -20))],
  ["a fraction", raw("timestamp", (it) => it.replace('"version":2', '"version":2.0'))],
  ["an exponent", raw("timestamp", (it) => it.replace('"version":2', '"version":2e0'))],
  ["minus nothing", raw("timestamp", (it) => it.replace('"version":2', '"version":-0'))],
  ["a huge version", raw("timestamp", (it) => it.replace('"version":2', '"version":9007199254740992'))],
  ["a byte order mark", raw("timestamp", (it) => `\ufeff${it}`)],
  ["half a surrogate", raw("timestamp", (it) => it.replace('"stable"', '"\\ud800"'))],
  ["a control character as it is", raw("timestamp", (it) => it.replace('"stable"', '"sta\u0001ble"'))],
  ["a comma too many", raw("timestamp", (it) => it.replace("}}", ",}}"))],
  ["something after the end", raw("timestamp", (it) => `${it}{}`)],
  ["no UTF-8", (it) => release(it, { wrap: { timestamp: (bytes) => Buffer.concat([Buffer.from('{"\xff":1,', "latin1"), bytes.subarray(1)]) } })],
  ["two signatures of one key", raw("snapshot", (it) => it.replace(/"signatures":\[(.*?)\]/, '"signatures":[$1,$1]'))],
  ["no x-hexapla", (it) => release(it, own("timestamp", (signed) => delete signed["x-hexapla"]))],
  ["another role", (it) => release(it, own("snapshot", (signed) => (signed._type = "targets")))],
  ["no time of expiry", (it) => release(it, own("timestamp", (signed) => delete signed.expires))],
  ["a time with a fraction", (it) => release(it, own("timestamp", (signed) => (signed.expires = "2027-01-01T00:00:00.5Z")))],
  ["the 30th of February", (it) => release(it, own("timestamp", (signed) => (signed.expires = "2027-02-30T00:00:00Z")))],
  ["version 0", (it) => release(it, own("timestamp", (signed) => (signed.version = 0)))],
  ["a file without a hash", (it) => release(it, own("es", (signed) => (signed.targets["es/ui.ftl"].hashes = {})))],
  ["a hash in capitals", entry("timestamp", "snapshot.json", (it) => (it.hashes.sha256 = it.hashes.sha256.toUpperCase()))],
  ["a locale that is none", entry("snapshot", "es.json", (it, signed) => (signed.meta["../es.json"] = it))],
  ["a locale that is called like a role", entry("snapshot", "es.json", (it, signed) => (signed.meta["snapshot.json"] = it))],
  ["a delegation to a role's name", (it) => release(it, own("targets", (signed) => (signed.delegations.roles[0].name = "snapshot")))],
  ["a delegation that goes on", (it) => release(it, own("targets", (signed) => (signed.delegations.roles[0].terminating = false)))],
  ["a delegation of everything", (it) => release(it, own("targets", (signed) => (signed.delegations.roles[0].paths = ["*"])))],
  ["a delegation twice", (it) => release(it, own("targets", (signed) => signed.delegations.roles.push(signed.delegations.roles[0])))],
  ["a file beside the locales", (it) => release(it, own("targets", (signed) => (signed.targets["ui.ftl"] = { length: 0, hashes: {} })))],
].map(([name, act]) => [name, "format", act]);

const OTHERS = [
  ["a later specification", "version", (it) => release(it, own("timestamp", (signed) => (signed.spec_version = "2.0.0")))],
  ["no pointer", "missing", (it) => it.store.delete("stable/timestamp.json")],
  ...["snapshot", "targets", "es"].map((role) => [`no ${role}`, "missing", (it) => {
    release(it);
    it.store.delete(`stable/2.${role}.json`);
  }]),
  ["no file", "missing", (it) => { release(it); it.store.delete(last(it, ".ui.ftl")); }],
];

/**
 * All attacks. `before` makes what the client knew, `act` the attack; `twice` is there where the
 * client has to know two releases already.
 */
export const ATTACKS = [SIGNATURES, ROOTS, ROLLBACKS, FREEZES, MIXES, LENGTHS, HASHES, PATHS, CHANNELS, FORMATS, OTHERS]
  .flat()
  .map(([name, refusal, act, twiceKnown = false, now = NOW, before = () => {}]) => ({ name, refusal, act, twiceKnown, now, before }));

export { envelope };
