import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { cacheStorage, memoryStorage } from "../src/index.js";
import { folderStorage } from "../src/node.js";
import { changed, fetchFrom, newKey, published } from "./kit.mjs";
import { greeting, refused, site, updated } from "./site.mjs";

test("never an older release than the built-in copy", async () => {
  const old = published();
  const before = new Map(old.store);
  const { open } = site(old);
  const storage = memoryStorage();
  await updated(open, { storage });
  old.publish({ files: changed() });
  const builtIn = await (await updated(open)).snapshot();
  const client = await open({ storage, builtIn, fetch: fetchFrom(() => before) });
  assert.match(await greeting(client), /Buenas/);
  await assert.rejects(client.update(), { refusal: "rollback" });
  assert.match(await greeting(client), /Buenas/);
});

test("a stored release that is newer than the built-in copy is shown", async () => {
  const { open, publisher } = site();
  const builtIn = await (await updated(open)).snapshot();
  publisher.publish({ files: changed() });
  const storage = memoryStorage();
  await updated(open, { storage, builtIn });
  const client = await open({ storage, builtIn, fetch: refused });
  assert.match(await greeting(client), /Buenas/);
});

test("of two chains of roots the longer counts, and the later release under it", async () => {
  const { open, publisher } = site();
  const storage = memoryStorage();
  publisher.root();
  await updated(open, { storage });
  const without = new Map(publisher.store);
  without.delete("stable/2.root.json");
  publisher.publish({ files: changed() });
  for (const [path, bytes] of publisher.store) if (!path.endsWith("2.root.json")) without.set(path, bytes);
  const builtIn = await (await updated(open, { fetch: fetchFrom(() => without) })).snapshot();
  const offline = await open({ storage, builtIn, fetch: refused });
  assert.equal(offline.status.version, 2);
  publisher.keys.release = [newKey()];
  publisher.root();
  publisher.versions = { ...publisher.versions, timestamp: 0, snapshot: 0, targets: 0 };
  publisher.publish({ files: changed(undefined, "Saludos") });
  const client = await updated(open, { storage, builtIn });
  assert.match(await greeting(client), /Saludos/);
  const again = await open({ storage, builtIn, fetch: refused });
  assert.match(await greeting(again), /Saludos/);
});

test("damaged state is refused until it is forgotten", async () => {
  const { open } = site();
  const storage = memoryStorage();
  const builtIn = await (await updated(open, { storage })).snapshot();
  const whole = Buffer.from(await storage.read("state")).toString();
  const damages = ["", "{}", whole.slice(0, -9), whole.replace("stable", "preview"), whole.replace("hexapla-trust 1", "hexapla-trust 2"), `${whole} `];
  for (const damage of damages) {
    await storage.write("state", Buffer.from(damage));
    const client = await open({ storage, builtIn });
    assert.equal(client.status.error?.refusal, "state", damage.slice(0, 60));
    assert.match(await greeting(client), /Hola/);
    await assert.rejects(client.update(), { refusal: "state" });
    await client.reset();
    assert.match(await greeting(client), /Hola/);
    await client.update();
    assert.equal(client.status.error, null);
  }
});

test("state of another's root is refused", async () => {
  const storage = memoryStorage();
  await updated(site().open, { storage });
  const client = await site().open({ storage });
  assert.equal(client.status.error.refusal, "state");
  assert.equal(client.status.version, null);
});

test("state of another channel is refused", async () => {
  const { open } = site();
  const storage = memoryStorage();
  await updated(open, { storage });
  const client = await open({ storage, channel: "preview" });
  await assert.rejects(client.update(), { refusal: "state" });
});

test("a site may pin a later root than the state knew", async () => {
  const { open, publisher } = site();
  const storage = memoryStorage();
  await updated(open, { storage });
  const second = publisher.root();
  const client = await open({ storage, root: second, fetch: refused });
  assert.match(await greeting(client), /Hola/);
  publisher.keys.release = [newKey()];
  const third = publisher.root();
  publisher.publish({ files: changed() });
  const later = await open({ storage, root: third });
  assert.equal(later.status.error, null);
  await later.update();
  assert.match(await greeting(later), /Buenas/);
});

test("a storage that gives something else than bytes is not believed", async () => {
  const { open } = site();
  const inner = memoryStorage();
  await updated(open, { storage: inner });
  const asText = async (name) => Buffer.from(await inner.read(name)).toString();
  const texts = { ...inner, read: async (name) => (name === "state" ? inner.read(name) : asText(name)) };
  assert.match(await greeting(await updated(open, { storage: texts })), /Hola/);
  for (const wrong of ["", 0, false, {}, [], "state"]) {
    const client = await open({ storage: { ...inner, read: async () => wrong } });
    assert.equal(client.status.error.refusal, "state", JSON.stringify(wrong));
  }
  const none = await updated(open, { storage: { ...inner, read: async () => null } });
  assert.match(await greeting(none), /Hola/);
});

test("state is written last, and only where every file was", async () => {
  const { open } = site();
  const inner = memoryStorage();
  const written = [];
  const storage = { ...inner, write: async (name, bytes) => (written.push(name), inner.write(name, bytes)) };
  await updated(open, { storage });
  assert.equal(written.indexOf("state"), written.length - 1);
  for (let room = 0; room < written.length; room += 1) {
    const small = memoryStorage();
    let left = room;
    const write = async (name, bytes) => {
      if (left-- <= 0) throw new DOMException("full", "QuotaExceededError");
      return small.write(name, bytes);
    };
    const client = await updated(open, { storage: { ...small, write } });
    assert.match(await greeting(client), /Hola/);
    assert.equal(client.status.storage.name, "QuotaExceededError");
    assert.equal(await small.read("state"), undefined);
  }
});

test("what no release names any more is removed from the storage", async () => {
  const { open, publisher } = site();
  const storage = memoryStorage();
  const client = await updated(open, { storage });
  await client.units("es/ui.ftl");
  const before = await storage.names();
  publisher.publish({ files: changed() });
  await client.update();
  const after = await storage.names();
  assert.equal(after.length, before.length);
  assert.notDeepEqual(after.sort(), before.sort());
});

test("a tab that is behind does not write over a later release", async () => {
  const { open, publisher } = site();
  const storage = memoryStorage();
  const behind = new Map(publisher.store);
  const slow = await open({ storage, fetch: fetchFrom(() => behind) });
  publisher.publish({ files: changed() });
  await updated(open, { storage });
  await slow.update();
  const client = await open({ storage, fetch: refused });
  assert.match(await greeting(client), /Buenas/);
});

test("a storage that never answers is given up", async () => {
  const { open } = site();
  const never = () => new Promise(() => {});
  const client = await updated(open, { storage: { read: never, write: never, remove: never }, timeout: 40 });
  assert.match(await greeting(client), /Hola/);
  assert.equal(client.status.storage.refusal, "unavailable");
});

test("a folder keeps a release on Node", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
  try {
    const { open } = site();
    const storage = folderStorage(join(folder, "kept"));
    await updated(open, { storage });
    const client = await open({ storage: folderStorage(join(folder, "kept")), fetch: refused });
    assert.match(await greeting(client), /Hola/);
    assert.ok((await readdir(join(folder, "kept"))).every((it) => /^(state|[0-9a-f]{64})$/.test(it)));
    await client.reset();
    assert.equal(client.status.version, null);
    await writeFile(join(folder, "file"), "");
    const none = await updated(open, { storage: folderStorage(join(folder, "file", "kept")) });
    assert.match(await greeting(none), /Hola/);
    assert.equal(none.status.storage.code, "ENOTDIR");
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** As much of the Cache API as is used. */
function fakeCaches() {
  const opened = new Map();
  const cacheOf = (held) => ({
    match: async (url) => held.get(url)?.clone(),
    put: async (url, response) => void held.set(url, response),
    delete: async (url) => held.delete(url),
    keys: async () => [...held.keys()].map((url) => ({ url })),
  });
  return {
    opened,
    open: async (name) => cacheOf(opened.get(name) ?? opened.set(name, new Map()).get(name)),
  };
}

test("the Cache API keeps a release in a browser", async () => {
  const { open, publisher } = site();
  const caches = fakeCaches();
  await updated(open, { storage: cacheStorage("l10n", caches) });
  const [held] = caches.opened.values();
  const before = [...held.keys()];
  assert.ok(before.includes("https://hexapla.invalid/state"));
  publisher.publish({ files: changed() });
  await updated(open, { storage: cacheStorage("l10n", caches) });
  const client = await open({ storage: cacheStorage("l10n", caches), fetch: refused });
  assert.match(await greeting(client), /Buenas/);
  assert.equal(held.size, before.length);
  await client.reset();
  assert.ok(!held.has("https://hexapla.invalid/state"));
  const none = await updated(open, { storage: cacheStorage("l10n", undefined) });
  assert.match(await greeting(none), /Buenas/);
  assert.ok(none.status.storage instanceof TypeError);
});
