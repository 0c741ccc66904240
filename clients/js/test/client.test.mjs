import assert from "node:assert/strict";
import { test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";

import * as built from "../dist/hexapla-client.js";
import { Refusal, memoryStorage, serialise } from "../src/index.js";
import { DAY, NOW, changed, fetchFrom, newKey, published } from "./kit.mjs";
import { greeting, refused, site, updated } from "./site.mjs";

test("a release is verified and shown", async () => {
  const { open, asked } = site();
  const client = await open();
  assert.deepEqual(client.status, { version: null, release: null, as_of: null, age: null, expired: false, error: null, storage: null, missing: [] });
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

test("a newer pointer to the same release is no other release", async () => {
  const { open, publisher } = site();
  const client = await updated(open);
  publisher.publish();
  assert.equal(await client.update(), false);
  assert.equal(client.status.version, 2);
});

test("what a site does to bytes that it was given changes nothing", async () => {
  const { open } = site();
  const client = await updated(open);
  (await client.read("es/ui.ftl")).fill(0);
  assert.match(await greeting(client), /Hola/);
});

test("a refusal says what to do next", async () => {
  const client = await site().open({ fetch: refused });
  await assert.rejects(client.update(), { name: "Refusal", file: "stable/2.root.json", hint: /try again later/ });
  assert.match(new Refusal("hash", "a", "b").hint, /do not use it/);
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

test("a pinned root that is none is refused at once", async () => {
  await assert.rejects(site().open({ root: "{}" }), { refusal: "format" });
  await assert.rejects(site().open({ channel: "targets" }), { refusal: "channel" });
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
