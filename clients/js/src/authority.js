/** Whose signatures count. */

import { readKey } from "./key.js";

/**
 * The `keys` of a metadata file, by id; null where one is of another kind than Ed25519.
 *
 * @param {import("./fields.js").Fields} fields
 */
export async function readKeys(fields) {
  const found = new Map();
  for (const [id, json] of fields.entries) found.set(id, await readKey(fields.file, id, json));
  return found;
}

/**
 * The keys of a role, and how many of them have to sign. Keys of other kinds are left out: they
 * vouch for nothing.
 *
 * @param {import("./fields.js").Fields} fields
 * @param {Map<string, { id: string, public: string } | null>} keys
 */
export function readAuthority(fields, keys) {
  const ids = fields.texts("keyids");
  if (!ids.every((it) => keys.has(it))) throw fields.wrong("keyids", "ids of `keys`");
  if (new Set(ids).size !== ids.length) throw fields.wrong("keyids", "each id once");
  const threshold = fields.number("threshold", 1);
  return { keys: ids.map((it) => keys.get(it)).filter((it) => it !== null), threshold };
}

/** Whether two authorities are of the same keys and threshold. */
export function isSameAuthority(a, b) {
  const text = (it) => [it.threshold, ...it.keys.map((key) => key.id).sort()].join();
  return text(a) === text(b);
}
