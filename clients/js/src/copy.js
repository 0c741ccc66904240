/** A release as one value that is built into a site. */

import { Refusal } from "./refusal.js";
import { releaseOf, unprovenRelease } from "./release.js";
import { readState, writeState } from "./state.js";

const UTF8 = new TextEncoder();

/**
 * A copy as text that may stand in a `<script type="application/json">` of a page.
 *
 * @param {import("../index.d.ts").Snapshot} copy
 */
export const serialise = (copy) => JSON.stringify(copy).replace(/</g, "\\u003c");

/**
 * Makes a copy of what is verified. Files that are not UTF-8 are left out, and fetched when asked for.
 *
 * @param {import("./trusted.js").Trusted} trusted
 * @param {Map<string, Uint8Array>} content by SHA-256
 * @returns {Promise<import("../index.d.ts").Snapshot>}
 */
export async function makeCopy(trusted, content) {
  const files = {};
  for (const { path, sha256 } of trusted.files) {
    const text = content.has(sha256) ? textOf(content.get(sha256)) : undefined;
    if (text !== undefined) files[path] = text;
  }
  return { v: 1, state: await writeState(trusted), files };
}

/** The text of bytes, where they are the very bytes of a text. */
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Reads a copy that came with the page. Where nothing can be verified here it is taken as it is, as
 * this code is.
 *
 * @param {import("../index.d.ts").Snapshot} copy
 * @param {import("./trusted.js").Trusted | null} pinned null where nothing can be verified
 */
export async function readCopy(copy, pinned) {
  if (copy.v !== 1) throw new Refusal("state", "built-in copy", "it is of another version");
  const trusted = pinned && (await readState(UTF8.encode(copy.state), pinned));
  if (trusted && !trusted.pointer) throw new Refusal("state", "built-in copy", "keys of an earlier root signed it");
  const release = trusted ? releaseOf(trusted) : await unprovenRelease(copy);
  const held = Object.entries(copy.files).filter(([path]) => release.files.has(path));
  const content = held.map(([path, text]) => [release.files.get(path).sha256, UTF8.encode(text)]);
  return { trusted, release, content: new Map(content) };
}
