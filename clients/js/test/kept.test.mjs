/** What is shown of a release that a storage kept, of which files are gone or no longer wanted. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";

import { memoryStorage } from "../src/index.js";
import { changed, newKey, sha256 } from "./kit.mjs";
import { greeting, refused, site, updated } from "./site.mjs";

const bundleOf = (client, locale = "es") => client.bundle(locale, "ui", FluentBundle, FluentResource);

/** A storage with the second release, of which `edit` changed the greeting, and a copy of the first. */
async function behindACopy(edit = {}) {
  const { open, publisher, asked } = site();
  const builtIn = await (await updated(open)).snapshot();
  const files = changed();
  publisher.publish({ files: { ...files, es: { ...files.es, ...edit } } });
  const storage = memoryStorage();
  await updated(open, { storage });
  return { open, publisher, asked, storage, builtIn, files: publisher.files };
}

const LOSSES = {
  gone: (storage, name) => storage.remove(name),
  poisoned: async (storage, name) => storage.write(name, Buffer.alloc((await storage.read(name)).length, "x")),
  truncated: async (storage, name) => storage.write(name, (await storage.read(name)).subarray(1)),
};

/** Every subset of the items. */
const subsets = (items) => items.reduce((all, it) => [...all, ...all.map((some) => [...some, it])], [[]]);

test("whatever files are lost, the last release is shown as far as it is here, and never an older one", async (t) => {
  const { open, storage, builtIn, files } = await behindACopy({ "es/extra.ftl": "more = Más\n" });
  const all = Object.entries({ ...files.ar, ...files.es }).filter(([path]) => !path.endsWith(".units.json"));
  const inCopy = new Set(Object.values(builtIn.files).map(sha256));
  const before = new Map(await Promise.all((await storage.names()).map(async (it) => [it, await storage.read(it)])));
  let cases = 0;
  for (const [loss, lose] of Object.entries(LOSSES)) {
    for (const lost of subsets(all)) {
      const own = memoryStorage();
      for (const [name, bytes] of before) await own.write(name, bytes);
      for (const [, text] of lost) await lose(own, sha256(text));
      for (const copy of [builtIn, undefined]) {
        const client = await open({ storage: own, builtIn: copy, fetch: refused });
        const missing = lost.filter(([, text]) => !(copy && inCopy.has(sha256(text)))).map(([path]) => path);
        await requireLast(client, missing, all, `${loss}: ${lost.map(([path]) => path)}`);
        cases += 1;
      }
    }
  }
  assert.equal(all.length, 4);
  assert.equal(cases, 3 * 2 ** 4 * 2);
  t.diagnostic(`${cases} ways to lose files`);
});

async function requireLast(client, missing, all, what) {
  assert.equal(client.status.version, 2, what);
  assert.deepEqual(client.locales, ["ar", "es"], what);
  assert.deepEqual(client.status.missing, missing.sort(), what);
  assert.equal(client.status.error?.refusal, missing.length > 0 ? "missing" : undefined, what);
  for (const [path, text] of all) {
    if (missing.includes(path)) await assert.rejects(client.text(path), { refusal: "unavailable" }, what);
    else assert.equal(await client.text(path), text, what);
  }
  // A bundle is whole or there is none.
  const halves = missing.some((it) => it === "es/ui.ftl" || it === "es/extra.ftl");
  assert.equal(bundleOf(client) === null, halves, what);
  assert.equal(bundleOf(client, "ar") === null, missing.includes("ar/ui.ftl"), what);
}

test("lost files are fetched again by the next update, which tells that something else is shown", async () => {
  const { open, storage, asked } = await behindACopy();
  for (const name of await storage.names()) if (name !== "state") await LOSSES.poisoned(storage, name);
  const client = await open({ storage });
  assert.equal(client.status.missing.length, 3);
  assert.match(client.status.error.hint, /fetches/);
  asked.length = 0;
  assert.equal(await client.update(), true);
  assert.equal(asked.filter((it) => it.startsWith("targets/")).length, 3);
  assert.deepEqual([client.status.missing, client.status.error], [[], null]);
  assert.match(await greeting(client), /Buenas/);
  assert.equal(await client.update(), false);
  const again = await open({ storage, fetch: refused });
  assert.match(await greeting(again), /Buenas/);
});

test("a lost file alone is fetched where it is asked for", async () => {
  const { open, storage, builtIn, files } = await behindACopy();
  await storage.remove(sha256(files.es["es/ui.ftl"]));
  const client = await open({ storage, builtIn });
  assert.deepEqual(client.status.missing, ["es/ui.ftl"]);
  assert.match(await greeting(client), /Buenas/);
  assert.deepEqual(client.status.missing, []);
  assert.notEqual(bundleOf(client), null);
});

test("locales and collections that are no longer wanted are not shown, and those that are wanted anew come", async () => {
  const { open, publisher } = site();
  const storage = memoryStorage();
  await updated(open, { storage });
  const only = { storage, locales: ["es"], collections: ["ui"] };
  const offline = await open({ ...only, fetch: refused });
  assert.deepEqual([offline.locales, offline.status.missing], [["es"], []]);
  assert.equal(offline.negotiate(["ar", "es"]), "es");
  assert.equal(bundleOf(offline, "ar"), null);
  await assert.rejects(offline.text("ar/ui.ftl"), { refusal: "missing" });
  const client = await open(only);
  assert.equal(await client.update(), false);
  publisher.publish({ files: { ...changed(), ar: { "ar/ui.ftl": "hello = أهلا\n" } } });
  assert.equal(await client.update(), true);
  // What the release names stays in the storage, so that a wish for it is met without a store.
  const kept = ["es/ui.ftl", "es/pages/one.md"].map((it) => sha256(publisher.files.es[it]));
  assert.deepEqual((await storage.names()).sort(), ["state", ...kept].sort());
  const wider = await open({ storage, fetch: refused });
  assert.deepEqual([wider.locales, wider.status.missing, wider.status.version], [["es"], [], 2]);
  const whole = await open({ storage });
  assert.equal(await whole.update(), true);
  assert.deepEqual([whole.locales, whole.status.missing], [["ar", "es"], []]);
});

test("a built-in copy shows the locales that are wanted", async () => {
  const { open } = site();
  const builtIn = await (await updated(open)).snapshot();
  const client = await open({ builtIn, locales: ["ar"], fetch: refused });
  assert.deepEqual([client.locales, client.status.missing], [["ar"], []]);
});

/**
 * What changes between two visits, and what the second one shows without a store: what was signed by
 * keys that the site itself says count no more is not shown.
 */
const ROTATIONS = {
  "the root's keys": { rotate: (keys) => (keys.root = [newKey(), newKey()]), pinsLater: true, shows: 2 },
  "the release key": { rotate: (keys) => (keys.release = [newKey()]), pinsLater: true, shows: null },
  "the timestamp key": { rotate: (keys) => (keys.timestamp = [newKey()]), pinsLater: true, shows: null },
  "the release key, of which the site does not know": { rotate: (keys) => (keys.release = [newKey()]), pinsLater: false, shows: 2 },
};

for (const [name, { rotate, pinsLater, shows }] of Object.entries(ROTATIONS)) {
  test(`between two visits changed: ${name}`, async () => {
    const { open, publisher, storage } = await behindACopy();
    rotate(publisher.keys);
    const later = publisher.root();
    const pinned = pinsLater ? { root: later } : {};
    publisher.publish({ files: changed(undefined, "Saludos") });
    const offline = await open({ storage, ...pinned, fetch: refused });
    assert.equal(offline.status.version, shows);
    const client = await updated(open, { storage, ...pinned });
    assert.equal(client.status.version, 3);
    const again = await open({ storage, ...pinned, fetch: refused });
    assert.match(await greeting(again), /Saludos/);
  });
}
