/** What a client believes, and how it comes to believe more. */

import { isSameAuthority } from "./authority.js";
import { Envelope } from "./envelope.js";
import { sha256 } from "./key.js";
import { depth } from "./path.js";
import { Refusal } from "./refusal.js";
import { fileOf, most } from "./role.js";

/** Metadata that is believed, beside the very text that was signed. */
async function verified(content, bytes) {
  return { content, text: new TextDecoder().decode(bytes), sha256: await sha256(bytes) };
}

/** Whether metadata is held exactly as `entry` names it. */
export const isHeld = (held, entry) =>
  held !== undefined && held.content.version === entry.version && held.sha256 === entry.sha256;

/**
 * Refuses bytes of another length or SHA-256 than `entry` says.
 *
 * @param {string} file
 * @param {{ length: number, sha256: string }} entry
 * @param {Uint8Array} bytes
 */
export async function requireBytes(file, entry, bytes) {
  const [found, expected] = [bytes.length, entry.length];
  if (found !== expected) throw new Refusal("length", file, `${found} bytes, expected ${expected}`);
  if ((await sha256(bytes)) !== entry.sha256) throw new Refusal("hash", file, "its SHA-256 differs");
}

/** Refuses metadata whose time has passed. `now` is in milliseconds since 1970. */
export function requireFresh(file, { expires }, now) {
  if (!(now < expires)) throw new Refusal("expired", file, `it was good until ${new Date(expires).toISOString()}`);
}

function requireLater(role, found, known) {
  if (found.version > known.version) return;
  const same = ["version", "length", "sha256"].every((it) => found[it] === known[it]);
  if (!same) throw new Refusal("rollback", `${role}.json`, `version ${found.version}, known is ${known.version}`);
}

function requireSmall(role, { length }) {
  if (length > most(role)) throw new Refusal("length", `${role}.json`, `${length} bytes are more than it may have`);
}

/**
 * What a client believes of a channel: the last verified text of each role, and the roots that led
 * to the present one. A value that never changes: believing more gives a new one.
 */
export class Trusted {
  constructor(parts) {
    /** @type {string} */ this.channel = parts.channel;
    this.roots = parts.roots;
    this.pointer = parts.pointer;
    this.snapshot = parts.snapshot;
    this.targets = parts.targets;
    this.locales = parts.locales ?? new Map();
  }

  /**
   * Believes a root that came by a safe way; it has to be signed by its own keys.
   *
   * @param {string} channel
   * @param {Uint8Array} bytes
   */
  static async of(channel, bytes) {
    const envelope = new Envelope("root.json", "root", bytes);
    const content = await envelope.content();
    await envelope.verify(content.roles.get("root"), []);
    return new Trusted({ channel, roots: [await verified(content, bytes)] });
  }

  /** The present root. */
  get root() {
    return this.roots.at(-1).content;
  }

  /** Every file of every locale that is held. */
  get files() {
    return [...this.locales.values()].flatMap((it) => [...it.content.files.values()]);
  }

  /**
   * Verifies the text of a role at the moment `now`, and believes it. Roles come in order: each
   * root, the pointer, the snapshot that it names, what the release is, and the files of locales.
   *
   * @param {string} role
   * @param {Uint8Array} bytes
   * @param {number} now in milliseconds since 1970
   * @returns {Promise<Trusted>}
   */
  take(role, bytes, now) {
    if (role === "root") return this.#takeRoot(bytes);
    if (role === "timestamp") return this.#takePointer(bytes, now);
    if (role === "snapshot") return this.#takeSnapshot(bytes, now);
    if (role === "targets") return this.#takeTargets(bytes, now);
    return this.#takeLocale(role, bytes, now);
  }

  #with(parts) {
    return new Trusted({ ...this, ...parts });
  }

  async #takeRoot(bytes) {
    const [expected, before] = [this.root.version + 1, this.root];
    const envelope = new Envelope(fileOf("root", expected), "root", bytes);
    await envelope.verify(before.roles.get("root"), this.#formerKeys());
    const content = await envelope.content();
    await envelope.verify(content.roles.get("root"), []);
    if (content.version !== expected) {
      throw new Refusal("root-version", envelope.file, `root ${content.version}, expected ${expected}`);
    }
    const roots = [...this.roots, await verified(content, bytes)];
    const same = (it) => isSameAuthority(before.roles.get(it), content.roles.get(it));
    if (["timestamp", "snapshot", "targets"].every(same)) return this.#with({ roots });
    // Whoever had the keys that were replaced may have run ahead.
    return new Trusted({ channel: this.channel, roots });
  }

  /** Keys that earlier roots named and the present one does not. */
  #formerKeys() {
    const keys = (root) => [...root.content.roles.values()].flatMap((it) => it.keys);
    const present = new Set(keys(this.roots.at(-1)).map((it) => it.id));
    return this.roots.slice(0, -1).flatMap(keys).filter((it) => !present.has(it.id));
  }

  async #takePointer(bytes, now) {
    requireFresh(fileOf("root", this.root.version), this.root, now);
    const envelope = new Envelope("timestamp.json", "timestamp", bytes);
    await envelope.verify(this.root.roles.get("timestamp"), this.#formerKeys());
    const content = await envelope.content();
    this.#requireChannel(envelope.file, content);
    const pointer = await verified(content, bytes);
    if (this.pointer) {
      const entry = (it) => ({ version: it.content.version, sha256: it.sha256 });
      requireLater("timestamp", entry(pointer), entry(this.pointer));
      requireLater("snapshot", content.snapshot, this.pointer.content.snapshot);
    }
    requireFresh(envelope.file, content, now);
    requireSmall("snapshot", content.snapshot);
    return this.#with({ pointer });
  }

  async #takeSnapshot(bytes, now) {
    const { snapshot: entry } = this.#held("pointer");
    const content = await this.#named("snapshot", entry, bytes, this.root.roles.get("snapshot"));
    const file = fileOf("snapshot", entry.version);
    if (this.snapshot) requireNothingGone(file, content, this.snapshot.content);
    for (const [locale, it] of content.locales) requireSmall(locale, it);
    requireSmall("targets", content.targets);
    requireFresh(file, content, now);
    const named = ([locale, it]) => content.locales.has(locale) && isHeld(it, content.locales.get(locale));
    const locales = new Map([...this.locales].filter(named));
    return this.#with({ locales, snapshot: await verified(content, bytes) });
  }

  async #takeTargets(bytes, now) {
    const { targets: entry, locales: named } = this.#held("snapshot");
    const content = await this.#named("targets", entry, bytes, this.root.roles.get("targets"));
    const file = fileOf("targets", entry.version);
    const isLone = (it) => !named.has(it) || !content.locales.has(it);
    const lone = [...named.keys(), ...content.locales.keys()].find(isLone);
    if (lone !== undefined) throw new Refusal("mix", file, `\`${lone}\` is not in both the snapshot and it`);
    requireFresh(file, content, now);
    // Where others vouch for a locale now, its files are verified anew.
    const before = this.targets?.content.locales;
    const same = ([locale]) => isSameDelegation(before?.get(locale), content.locales.get(locale));
    const locales = new Map([...this.locales].filter(same));
    return this.#with({ locales, targets: await verified(content, bytes) });
  }

  async #takeLocale(locale, bytes, now) {
    const entry = this.#held("snapshot").locales.get(locale);
    const delegation = this.#held("targets").locales.get(locale);
    if (!entry || !delegation) throw new Refusal("missing", `${locale}.json`, "nothing names it");
    const content = await this.#named(locale, entry, bytes, delegation.authority);
    const strayed = [...content.files.keys()].find((it) => !delegation.depths.has(depth(it)));
    if (strayed !== undefined) throw new Refusal("path", strayed, `the keys of \`${locale}\` do not reach there`);
    requireFresh(fileOf(locale, entry.version), content, now);
    return this.#with({ locales: new Map(this.locales).set(locale, await verified(content, bytes)) });
  }

  #held(part) {
    if (!this[part]) throw new Refusal("missing", part, "it has to come before");
    return this[part].content;
  }

  /** Metadata that other metadata names: exactly those bytes, signed, of that version. */
  async #named(role, entry, bytes, authority) {
    const file = fileOf(role, entry.version);
    await requireBytes(file, entry, bytes);
    const envelope = new Envelope(file, role, bytes);
    await envelope.verify(authority, this.#formerKeys());
    const content = await envelope.content();
    if (content.version !== entry.version) throw new Refusal("mix", file, `it is of version ${content.version}`);
    this.#requireChannel(file, content);
    return content;
  }

  #requireChannel(file, { channel }) {
    if (channel === this.channel) return;
    throw new Refusal("channel", file, `it is of \`${channel}\`, expected \`${this.channel}\``);
  }
}

/** Locales may go with a new version of `targets.json`. */
function requireNothingGone(file, content, known) {
  requireLater("targets", content.targets, known.targets);
  for (const [locale, before] of known.locales) {
    const entry = content.locales.get(locale);
    if (entry) requireLater(locale, entry, before);
    else if (content.targets.version <= known.targets.version) {
      throw new Refusal("mix", file, `\`${locale}.json\` is gone`);
    }
  }
}

function isSameDelegation(a, b) {
  const depths = (it) => [...it.depths].sort().join();
  return a !== undefined && b !== undefined && isSameAuthority(a.authority, b.authority) && depths(a) === depths(b);
}
