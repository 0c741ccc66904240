/** What a client shows: the release, and which files it has. */

import { Envelope } from "./envelope.js";

/**
 * The release that verified metadata is of.
 *
 * @param {import("./trusted.js").Trusted} trusted
 */
export function releaseOf(trusted) {
  const { pointer, targets, files } = trusted;
  const { release, asOf } = targets.content;
  const { version, expires } = pointer.content;
  return { version, release, asOf, expires, files: byPath(files) };
}

/**
 * The release that a built-in copy says it is, on a system that can verify nothing: the copy came
 * with the page, just as this code did.
 *
 * @param {import("../index.d.ts").Snapshot} copy
 */
export function unprovenRelease(copy) {
  const body = JSON.parse(copy.state.slice(copy.state.indexOf("\n")));
  const read = (role, text) => new Envelope(role, role, new TextEncoder().encode(text));
  const { version, expires } = read("timestamp", body.online.timestamp).head;
  const own = read("targets", body.online.targets).signed.object("x-hexapla");
  const locales = Object.entries(body.locales).map(([it, text]) => read(it, text).content());
  return Promise.all(locales).then((all) => {
    const files = byPath(all.flatMap((it) => [...it.files.values()]));
    return { version, release: own.text("release"), asOf: own.time("as_of"), expires, files };
  });
}

const byPath = (files) => new Map(files.map((it) => [it.path, it]).sort(([a], [b]) => (a < b ? -1 : 1)));
