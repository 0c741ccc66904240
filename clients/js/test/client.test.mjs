import assert from "node:assert/strict";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";

import * as built from "../dist/hexapla-client.js";
import { HexaplaClient, Refusal, memoryStorage, serialise } from "../src/index.js";
import { folderStorage } from "../src/node.js";
import { DAY, NOW, changed, fetchFrom, newKey, published } from "./kit.mjs";

const refused = () => Promise.reject(new TypeError("refused"));

/** A publisher, and a way to open clients of its store. */
function site(publisher = published()) {
  const asked = [];
  const answer = fetchFrom(() => publisher.store);
  const fetch = (url, ...more) => {
    asked.push(decodeURIComponent(new URL(url).pathname.slice(1)));
    return answer(url, ...more);
  };
  const root = publisher.store.get("stable/1.root.json");
  const open = (more) => HexaplaClient.open({ store: "https://store.example/", root, fetch, now: () => NOW, ...more });
  return { publisher, asked, root, open };
}

async function updated(open, options) {
  const client = await open(options);
  await client.update();
  return client;
}

const greeting = (client) => client.text("es/ui.ftl");

test("a release is verified and shown", async () => {
  const { open, asked } = site();
  const client = await open();
  assert.deepEqual(client.status, { version: null, release: null, as_of: null, age: null, expired: false, error: null, storage: null });
  assert.equal(await client.update(), true);
  const { version, as_of, age, error } = client.status;
  assert.deepEqual({ version, as_of, age, error }, { version: 1, as_of: "2026-03-11T09:00:00Z", age: 86_400, error: null });
  assert.deepEqual(client.locales, ["ar", "es"]);
  assert.equal(await greeting(client), "hello = Hola { $name }\n    .title = Saludo\n");
  assert.ok(asked.includes("stable/timestamp.json"));
  asked.length = 0;
  assert.equal(await client.update(), false);
  assert.deepEqual(asked, ["stable/2.root.json", "stable/timestamp.json"]);
});

test("what is held is not fetched again", async () => {
  const { open, asked, publisher } = site();
  const client = await updated(open);
  publisher.publish({ files: changed() });
  asked.length = 0;
  assert.equal(await client.update(), true);
  assert.deepEqual(asked.slice(0, 5), ["stable/2.root.json", "stable/timestamp.json", "stable/2.snapshot.json", "stable/2.targets.json", "stable/2.es.json"]);
  assert.equal(asked.length, 6);
  assert.match(await greeting(client), /Buenas/);
});

test("units are loaded when they are asked for", async () => {
  const { open, asked } = site();
  const client = await updated(open);
  assert.ok(!asked.some((it) => it.endsWith(".units.json")));
  assert.deepEqual(await client.units("es/ui.ftl"), [{ unit: "ui/ui#hello", state: "reviewed" }]);
  const before = asked.length;
  await client.units("es/ui.ftl");
  assert.equal(asked.length, before);
  await assert.rejects(client.text("es/none.ftl"), { refusal: "missing" });
});

test("named locales and collections are loaded, others are not", async () => {
  const { open, asked } = site();
  const client = await updated(open, { locales: ["es", "xx"], collections: ["ui"] });
  assert.deepEqual(client.locales, ["es"]);
  assert.ok(!asked.some((it) => it.startsWith("targets/ar/")));
  assert.ok(!asked.some((it) => it.endsWith("one.md")));
  assert.equal(await client.text("es/pages/one.md"), "# Uno\n");
  assert.equal(client.negotiate(["ar", "es-MX"]), "es");
  assert.deepEqual(client.files("es", "pages"), [{ path: "es/pages/one.md", length: 6, collection: "pages" }]);
});

test("a bundle holds the Fluent files of a collection", async () => {
  const { open } = site();
  const client = await updated(open);
  const bundle = client.bundle("es", "ui", FluentBundle, FluentResource, { useIsolating: false });
  assert.equal(bundle.formatPattern(bundle.getMessage("hello").value, { name: "Ana" }), "Hola Ana");
  assert.equal(client.bundle("es", "pages", FluentBundle, FluentResource), null);
  assert.equal(client.bundle("fr", "ui", FluentBundle, FluentResource), null);
});

test("a copy is built into a page and shown without a store", async () => {
  const files = changed(undefined, "</script><!--");
  const publisher = published().publish({ files });
  const { open } = site(publisher);
  const copy = serialise(await (await updated(open)).snapshot());
  assert.ok(!copy.includes("<"));
  const client = await open({ builtIn: JSON.parse(copy), fetch: refused });
  assert.match(await greeting(client), /<\/script><!--/);
  assert.deepEqual(await client.snapshot(), JSON.parse(copy));
  await assert.rejects(client.update(), { refusal: "unavailable" });
  assert.equal(client.status.version, 2);
});

test("a built-in copy that was changed is told and not shown", async () => {
  const { open } = site();
  const copy = await (await updated(open)).snapshot();
  copy.files["es/ui.ftl"] = "hello = Adiós";
  const client = await open({ builtIn: copy });
  assert.equal(client.status.error.refusal, "length");
  assert.equal(client.status.version, null);
  await client.update();
  assert.match(await greeting(client), /Hola/);
});

test("never an older release than the built-in copy", async () => {
  const old = published();
  const before = new Map(old.store);
  const { open, root } = site(old);
  const storage = memoryStorage();
  await updated(open, { storage });
  old.publish({ files: changed() });
  const builtIn = await (await updated(open)).snapshot();
  const client = await HexaplaClient.open({ store: "https://store.example", root, storage, builtIn, now: () => NOW, fetch: fetchFrom(() => before) });
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

test("after new keys lower versions are believed", async () => {
  const { open, publisher } = site();
  publisher.versions.timestamp = 900;
  const client = await updated(open, { storage: memoryStorage() });
  publisher.publish();
  await client.update();
  publisher.keys.timestamp = [newKey()];
  publisher.root();
  publisher.versions.timestamp = 1;
  publisher.publish({ files: changed() });
  await client.update();
  assert.equal(client.status.version, 2);
});

test("a locale that others vouch for is verified anew", async () => {
  const { open, publisher, asked } = site();
  const client = await updated(open);
  publisher.keys.locale = [newKey()];
  publisher.publish({ edit: { ar: () => {}, es: () => {} } });
  asked.length = 0;
  await client.update();
  assert.ok(asked.includes("stable/2.ar.json"));
});

test("a locale that is gone is shown no more", async () => {
  const { open, publisher } = site();
  const client = await updated(open, { storage: memoryStorage() });
  const { ar: _, ...files } = publisher.files;
  publisher.publish({ files });
  await client.update();
  assert.deepEqual(client.locales, ["es"]);
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

test("a pinned root that is none is refused at once", async () => {
  await assert.rejects(site().open({ root: "{}" }), { refusal: "format" });
  await assert.rejects(site().open({ channel: "targets" }), { refusal: "channel" });
});

test("poisoned files are fetched again, and without a store the built-in copy is shown", async () => {
  const { open, publisher, asked } = site();
  const storage = memoryStorage();
  const builtIn = await (await updated(open)).snapshot();
  publisher.publish({ files: changed() });
  await updated(open, { storage });
  const poison = async () => {
    for (const name of await storage.names()) if (name !== "state") await storage.write(name, Buffer.alloc((await storage.read(name)).length, "x"));
  };
  await poison();
  const offline = await open({ storage, builtIn, fetch: refused });
  assert.match(await greeting(offline), /Hola/);
  assert.equal(offline.status.error.refusal, "missing");
  const client = await open({ storage, builtIn });
  asked.length = 0;
  await client.update();
  assert.match(await greeting(client), /Buenas/);
  assert.ok(asked.some((it) => it.endsWith(".ui.ftl")));
  const again = await open({ storage, fetch: refused });
  assert.match(await greeting(again), /Buenas/);
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

test("updates at the same time are one", async () => {
  const { open, asked } = site();
  const client = await open();
  const [a, b] = await Promise.all([client.update(), client.update()]);
  assert.deepEqual([a, b], [true, true]);
  assert.equal(asked.filter((it) => it === "stable/timestamp.json").length, 1);
});

test("a release whose time has passed is still shown, and told", async () => {
  const { open } = site();
  let now = NOW;
  const client = await updated(open, { now: () => now });
  now += 30 * DAY;
  await assert.rejects(client.update(), Refusal);
  assert.equal(client.status.expired, true);
  assert.equal(client.status.age, 31 * 86_400);
  assert.match(await greeting(client), /Hola/);
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

test("files that are no text are read as bytes", async () => {
  const publisher = published();
  const bytes = Buffer.from([0x89, 0x50, 0xff, 0x00]);
  const { open } = site(publisher);
  const files = changed();
  files.es["es/logo.png"] = bytes;
  publisher.publish({ files });
  const client = await updated(open);
  assert.deepEqual(Buffer.from(await client.read("es/logo.png")), bytes);
  const copy = await client.snapshot();
  assert.ok(!("es/logo.png" in copy.files));
  const again = await open({ builtIn: copy });
  assert.deepEqual(Buffer.from(await again.read("es/logo.png")), bytes);
});

test("where nothing can be verified the built-in copy is shown", async () => {
  const { open } = site();
  const builtIn = await (await updated(open)).snapshot();
  const real = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  const lacking = [{}, { subtle: { digest: (...it) => real.get.call(globalThis).subtle.digest(...it), importKey: async () => { throw new DOMException("no", "NotSupportedError"); } } }];
  for (const crypto of lacking) {
    Object.defineProperty(globalThis, "crypto", { value: crypto, configurable: true });
    try {
      const client = await open({ builtIn, storage: memoryStorage() });
      assert.match(await greeting(client), /Hola/);
      assert.equal(client.status.version, 1);
      assert.deepEqual(client.locales, ["ar", "es"]);
      await assert.rejects(client.update(), { refusal: "unavailable" });
      await assert.rejects(client.units("es/ui.ftl"), { refusal: "unavailable" });
      assert.equal(await client.snapshot(), builtIn);
    } finally {
      Object.defineProperty(globalThis, "crypto", real);
    }
  }
});

test("the built client verifies as its sources do", async () => {
  const { publisher, root } = site();
  const client = await built.HexaplaClient.open({ store: "https://store.example", root: root.toString(), now: () => NOW, fetch: fetchFrom(() => publisher.store) });
  await client.update();
  assert.match(await greeting(client), /Hola/);
  publisher.store.set("stable/timestamp.json", Buffer.from("no"));
  await assert.rejects(client.update(), (error) => error instanceof built.Refusal && error.refusal === "format");
});
