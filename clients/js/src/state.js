/** What a client believes, as one text: the same that `hexapla pull` keeps. */

import { Envelope } from "./envelope.js";
import { Fields } from "./fields.js";
import { readJson } from "./json.js";
import { sha256 } from "./key.js";
import { Refusal } from "./refusal.js";
import { Trusted } from "./trusted.js";

/** What the first line begins with; then comes the SHA-256 of the rest. */
const HEAD = "hexapla-trust 1 ";

/** A moment at which nothing has expired yet: what was believed once is shown until there is newer. */
const BEFORE_ALL = -Infinity;

const UTF8 = new TextEncoder();

/**
 * The text of everything that is believed after a whole round.
 *
 * @param {Trusted} trusted
 * @returns {Promise<string>}
 */
export async function writeState(trusted) {
  const { channel, pointer, snapshot, targets } = trusted;
  const online = { timestamp: pointer?.text, snapshot: snapshot?.text, targets: targets?.text };
  const locales = Object.fromEntries([...trusted.locales].map(([it, files]) => [it, files.text]));
  const roots = trusted.roots.map((it) => it.text);
  const body = `${JSON.stringify({ channel, roots, online, locales })}\n`;
  return `${HEAD}${await sha256(body)}\n${body}`;
}

/**
 * Reads what {@link writeState} wrote and believes everything again, in the order in which it came,
 * beginning from the root that is pinned.
 *
 * @param {Uint8Array} bytes
 * @param {Trusted} pinned
 * @returns {Promise<Trusted>}
 * @throws {Refusal} `state` where anything is wrong: damage is never taken for "nothing known"
 */
export async function readState(bytes, pinned) {
  try {
    const fields = await readBody(bytes);
    if (fields.text("channel") !== pinned.channel) throw fields.wrong("channel", `\`${pinned.channel}\``);
    return await replay(fields, pinned);
  } catch (error) {
    if (error.refusal === "unavailable") throw error;
    throw new Refusal("state", "state", `it is damaged: ${error.message}`);
  }
}

async function readBody(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const end = text.indexOf("\n") + 1;
  const body = text.slice(end);
  if (text.slice(0, end) !== `${HEAD}${await sha256(body)}\n`) throw new SyntaxError("its SHA-256 differs");
  return new Fields("state", readJson(UTF8.encode(body)));
}

async function replay(fields, pinned) {
  const { trusted, isOlder } = await followRoots(fields.texts("roots"), pinned);
  try {
    return await takeOnline(fields, trusted);
  } catch (error) {
    // The site pins a later root than the state knew, whose keys may be others: then nothing is known.
    if (isOlder && error instanceof Refusal) return pinned;
    throw error;
  }
}

async function followRoots(roots, pinned) {
  const rootOf = (text) => new Envelope("root.json", "root", UTF8.encode(text));
  let [trusted, last] = [pinned, 0];
  for (const text of roots) {
    const envelope = rootOf(text);
    const present = trusted.root.version;
    last = envelope.head.version;
    if (last === present && envelope.canonical !== rootOf(trusted.roots.at(-1).text).canonical) {
      throw new Refusal("root-version", envelope.file, "it is not the root that is pinned");
    }
    if (last > present) trusted = await trusted.take("root", UTF8.encode(text), BEFORE_ALL);
  }
  if (last === 0) throw new SyntaxError("it has no root");
  return { trusted, isOlder: last < pinned.root.version };
}

async function takeOnline(fields, before) {
  let trusted = before;
  const online = fields.object("online");
  for (const role of ["timestamp", "snapshot", "targets"]) {
    trusted = await trusted.take(role, UTF8.encode(online.text(role)), BEFORE_ALL);
  }
  const locales = fields.object("locales");
  for (const locale of locales.entries.keys()) {
    trusted = await trusted.take(locale, UTF8.encode(locales.text(locale)), BEFORE_ALL);
  }
  return trusted;
}

/**
 * Of two states that are believed, the one of the later release.
 *
 * @param {Trusted} a
 * @param {Trusted} b
 * @returns {Promise<Trusted>} `a` where both are of one release
 */
export async function laterOf(a, b) {
  const version = (it) => it.pointer?.content.version ?? 0;
  if (a.root.version === b.root.version) return version(b) > version(a) ? b : a;
  const [long, short] = a.root.version > b.root.version ? [a, b] : [b, a];
  if (version(short) <= version(long)) return long;
  // Versions are comparable only where the longer chain of roots still knows the keys of the other.
  const bare = new Trusted({ channel: long.channel, roots: long.roots });
  const again = await readState(UTF8.encode(await writeState(short)), bare).catch(() => long);
  return version(again) > version(long) ? again : long;
}
