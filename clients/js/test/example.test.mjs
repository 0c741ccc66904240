/** The example's release, as the program publishes it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { HexaplaClient, memoryStorage } from "../src/index.js";
import { AS_OF, Example, lacking } from "./example.mjs";
import { fetchFromFolder } from "./folder.mjs";

/** How long something takes, in whole milliseconds, beside what it gives. */
async function timed(work) {
  const start = performance.now();
  const found = await work();
  return [found, Math.round(performance.now() - start)];
}

test("the example's release is verified and shown, and again from a storage", { skip: await lacking() }, async (t) => {
  const example = await Example.make();
  try {
    await example.publish();
    const [fetched, storage] = [fetchFromFolder(example.store), memoryStorage()];
    const options = { store: "https://store.example", channel: "preview", root: await example.root(), storage, now: () => Date.parse(AS_OF) };
    const client = await HexaplaClient.open({ ...options, fetch: fetched });
    const [isOther, updating] = await timed(() => client.update());
    assert.equal(isOther, true);
    const refused = () => Promise.reject(new TypeError("refused"));
    const [again, opening] = await timed(() => HexaplaClient.open({ ...options, fetch: refused }));
    assert.deepEqual([again.status.missing, again.status.error, again.locales.length], [[], null, 8]);
    const files = again.locales.flatMap((it) => again.files(it)).filter((it) => !it.path.endsWith(".units.json"));
    for (const { path, length } of files) assert.equal((await again.read(path)).length, length, path);
    const bytes = files.reduce((sum, it) => sum + it.length, 0);
    assert.ok(files.length >= 280 && bytes > 500_000, `${files.length} files of ${bytes} bytes`);
    t.diagnostic(`${files.length} files of ${bytes} bytes in 8 locales: fetched from a folder and verified in ${updating} ms, verified again from a storage in ${opening} ms`);
  } finally {
    await example.remove();
  }
});
