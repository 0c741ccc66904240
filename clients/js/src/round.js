/** One round of a client: from what it believes to what a store has now. */

import { Refusal } from "./refusal.js";
import { fileOf, most } from "./role.js";
import { isHeld, requireFresh } from "./trusted.js";

/** How many roots are followed in one round. */
const MOST_ROOTS = 64;

/** How many files are fetched at once. */
const AT_ONCE = 6;

/**
 * Does something with every item, a few at a time.
 *
 * @template T, R
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} in the order of the items
 */
export async function each(items, work) {
  const found = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const at = next++;
      found[at] = await work(items[at]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return found;
}

/**
 * Verifies what a store has now.
 *
 * @param {import("./trusted.js").Trusted} before what is believed
 * @param {(locale: string) => boolean} isWanted
 * @param {number} now in milliseconds since 1970
 * @param {(path: string, most: number) => Promise<Uint8Array | null>} get fetches a file below the store
 * @returns {Promise<import("./trusted.js").Trusted>} what is believed then
 * @throws {Refusal} where anything fails: what was believed before still is
 */
export async function round(before, isWanted, now, get) {
  const fetched = async (role, entry) => {
    const path = `${before.channel}/${fileOf(role, entry?.version)}`;
    const bytes = await get(path, entry?.length ?? most(role));
    if (bytes === null) throw new Refusal("missing", path, "it is not in the store");
    return bytes;
  };
  let trusted = await followRoots(before, now, get);
  trusted = await trusted.take("timestamp", await fetched("timestamp"), now);
  for (const [role, namer] of [["snapshot", "pointer"], ["targets", "snapshot"]]) {
    const entry = trusted[namer].content[role];
    if (!isHeld(trusted[role], entry)) trusted = await trusted.take(role, await fetched(role, entry), now);
  }
  const lacking = [...trusted.snapshot.content.locales].filter(([it]) => isWanted(it) && !trusted.locales.has(it));
  const texts = await each(lacking, ([locale, entry]) => fetched(locale, entry));
  for (const [at, [locale]] of lacking.entries()) trusted = await trusted.take(locale, texts[at], now);
  requireAllFresh(trusted, isWanted, now);
  return trusted;
}

async function followRoots(before, now, get) {
  let trusted = before;
  for (let followed = 0; followed < MOST_ROOTS; followed += 1) {
    const path = `${before.channel}/${fileOf("root", trusted.root.version + 1)}`;
    const bytes = await get(path, most("root"));
    if (bytes === null) break;
    trusted = await trusted.take("root", bytes, now);
  }
  return trusted;
}

/** Refuses to go on with something whose time has passed since it was verified. */
function requireAllFresh(trusted, isWanted, now) {
  const roles = [["snapshot", trusted.snapshot], ["targets", trusted.targets]];
  const locales = [...trusted.locales].filter(([locale]) => isWanted(locale));
  for (const [role, { content }] of [...roles, ...locales]) requireFresh(fileOf(role, content.version), content, now);
}
