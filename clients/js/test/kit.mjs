/** Signs stores for tests. It shares no code with the client, so that both have to be right. */

import { createHash, generateKeyPairSync, sign } from "node:crypto";

export const NOW = Date.parse("2026-03-12T09:00:00Z");
export const DAY = 86_400_000;

export const sha256 = (data) => createHash("sha256").update(data).digest("hex");
export const time = (ms) => new Date(ms).toISOString().replace(".000", "");

/** Canonical JSON of plain objects. The names in these tests are ASCII. */
export function canonical(value) {
  if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return String(value);
  const entries = Object.keys(value).sort().map((it) => `${canonical(it)}:${canonical(value[it])}`);
  return `{${entries.join()}}`;
}

/** A new key; `more` are further fields of its JSON, which give it another id. */
export function newKey(more = {}, pair = generateKeyPairSync("ed25519")) {
  const hex = pair.publicKey.export({ type: "spki", format: "der" }).subarray(-32).toString("hex");
  const json = { keytype: "ed25519", keyval: { public: hex }, scheme: "ed25519", ...more };
  const signs = (text) => sign(null, Buffer.from(text), pair.privateKey).toString("hex");
  return { id: sha256(canonical(json)), json, pair, signs };
}

/** A metadata file. */
export function envelope(signed, keys) {
  const text = canonical(signed);
  const signatures = keys.map((it) => ({ keyid: it.id, sig: it.signs(text) }));
  return Buffer.from(`${JSON.stringify({ signatures, signed })}\n`);
}

const authority = (keys, threshold = 1) => ({ keyids: keys.map((it) => it.id), threshold });
const jsonOf = (keys) => Object.fromEntries(keys.map((it) => [it.id, it.json]));
const ROLES = ["root", "timestamp", "snapshot", "targets"];

export const FILES = {
  ar: { "ar/ui.ftl": "hello = مرحبا { $name }\n" },
  es: {
    "es/ui.ftl": "hello = Hola { $name }\n    .title = Saludo\n",
    "es/ui.ftl.units.json": '{"v":1,"units":[\n{"unit":"ui/ui#hello","state":"reviewed"}\n]}\n',
    "es/pages/one.md": "# Uno\n",
  },
};

/** A publisher of one channel; `store` is what it wrote, by path. */
export class Publisher {
  constructor(channel = "stable") {
    this.channel = channel;
    this.store = new Map();
    this.keys = { root: [newKey(), newKey()], timestamp: [newKey()], release: [newKey()] };
    this.thresholds = {};
    this.versions = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
    this.made = {};
    this.files = structuredClone(FILES);
    this.now = NOW - DAY;
  }

  put(path, bytes) {
    this.store.set(path, Buffer.from(bytes));
  }

  keysOf(role) {
    return this.keys[role] ?? this.keys.release;
  }

  /** Writes the next root. `signers` sign it, else the keys of this root and of the one before. */
  root({ edit = () => {}, signers, days = 365, as } = {}) {
    const version = (this.versions.root += 1);
    const roles = ROLES.map((it) => [it, authority(this.keysOf(it), this.thresholds[it])]);
    const all = ROLES.flatMap((it) => this.keysOf(it));
    const signed = {
      _type: "root", consistent_snapshot: true, expires: time(NOW + days * DAY), keys: jsonOf(all),
      roles: Object.fromEntries(roles), spec_version: "1.0.33", version,
    };
    edit(signed);
    const by = signers ?? [...new Set([...this.keys.root, ...(this.formerRoot ?? [])])];
    this.formerRoot = this.keys.root;
    const bytes = envelope(signed, by);
    this.put(`${this.channel}/${as ?? version}.root.json`, bytes);
    return bytes;
  }

  /**
   * Writes the next release. By role: `edit` changes what is signed, `signers` sign it, `wrap`
   * changes the file before it is named, `after` once it was named.
   */
  publish({ files = this.files, edit = {}, signers = {}, wrap = {}, after = {} } = {}) {
    const hooks = { edit, signers, wrap, after };
    this.files = files;
    const meta = {};
    for (const locale of Object.keys(files)) meta[`${locale}.json`] = this.locale(locale, hooks);
    const own = { as_of: time(this.now), channel: this.channel, channels: [this.channel], name: "demo", release: sha256(JSON.stringify(files)) };
    const delegations = this.delegations(Object.keys(files));
    meta["targets.json"] = this.write("targets", { delegations, targets: {}, "x-hexapla": own }, hooks);
    const plain = { "x-hexapla": { channel: this.channel } };
    const snapshot = this.write("snapshot", { meta, ...plain }, hooks);
    this.write("timestamp", { meta: { "snapshot.json": snapshot }, ...plain }, hooks);
    return this;
  }

  delegations(locales) {
    const keys = this.keys.locale ?? this.keys.release;
    const role = (name) => ({ ...authority(keys), name, paths: [`${name}/*`, `${name}/*/*`], terminating: true });
    return { keys: jsonOf(keys), roles: locales.map(role) };
  }

  locale(locale, hooks) {
    const targets = {};
    for (const [path, text] of Object.entries(this.files[locale])) {
      const [bytes, cut] = [Buffer.from(text), path.lastIndexOf("/")];
      const hash = sha256(bytes);
      this.put(`targets/${path.slice(0, cut)}/${hash}.${path.slice(cut + 1)}`, bytes);
      const collection = path.includes("/pages/") ? "pages" : "ui";
      targets[path] = { custom: { collection }, hashes: { sha256: hash }, length: bytes.length };
    }
    const own = { channel: this.channel, coverage: { ui: { current: { units: 1, words: 2 } } } };
    const touched = Object.values(hooks).some((it) => it[locale]);
    const same = JSON.stringify(targets) + this.keysOf(locale).map((it) => it.id);
    if (!touched && this.made[locale]?.same === same) return this.made[locale].entry;
    const entry = this.write(locale, { targets, "x-hexapla": own }, hooks);
    this.made[locale] = { same, entry };
    return entry;
  }

  /** Writes a role's file; gives the entry that names it. */
  write(role, content, { edit, signers, wrap, after }) {
    const version = (this.versions[role] = (this.versions[role] ?? 0) + 1);
    const expires = time(this.now + (role === "timestamp" ? 7 : 90) * DAY);
    const type = ROLES.includes(role) ? role : "targets";
    const signed = { _type: type, expires, spec_version: "1.0.33", version, ...content };
    edit[role]?.(signed);
    const keys = ROLES.includes(role) ? this.keysOf(role) : this.keys.locale ?? this.keys.release;
    let bytes = envelope(signed, signers[role] ?? keys);
    if (wrap[role]) bytes = Buffer.from(wrap[role](bytes));
    const entry = { hashes: { sha256: sha256(bytes) }, length: bytes.length, version };
    if (after[role]) bytes = Buffer.from(after[role](bytes));
    const name = role === "timestamp" ? "timestamp.json" : `${version}.${role}.json`;
    this.put(`${this.channel}/${name}`, bytes);
    return entry;
  }
}

/** A publisher with a root and one release. */
export function published() {
  const publisher = new Publisher();
  publisher.root();
  return publisher.publish();
}

/** The same files with another greeting. */
export function changed(files = FILES, word = "Buenas") {
  const next = structuredClone(files);
  next.es["es/ui.ftl"] = `hello = ${word} { $name }\n    .title = Saludo\n`;
  return next;
}

/** A `fetch` that answers from a store; `get` gives the store of the moment. */
export const fetchFrom = (get) => async (url) => {
  const path = decodeURIComponent(new URL(url).pathname.slice(1));
  const bytes = get().get(path);
  return bytes ? new Response(bytes) : new Response("no such file", { status: 404 });
};
