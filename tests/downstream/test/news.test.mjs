/** What a reader sees when the store brings something new, something wrong, or nothing at all. */

import assert from "node:assert/strict";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { Lab, NOW, kept, lacking, standing, until } from "./lab.mjs";

const DAY = 86_400_000;
const skip = await lacking();

let lab;
before(async () => {
  if (!skip) lab = await Lab.open();
});
after(() => lab?.close());

/** Changes a file of a project; what it replaces has to be there. */
async function edit(example, path, from, to) {
  const text = await readFile(example.path(path), "utf8");
  assert.ok(text.includes(from), `${path} holds ${from}`);
  await writeFile(example.path(path), text.replaceAll(from, to));
}

/** Publishes other Spanish: of the menu, of a page and of the library. */
async function publishNews(example, { menu = "Principio", title = "Quiénes somos", card = "Cartel nuevo" } = {}) {
  await edit(example, "translations/es/ui/navigation.ftl", "nav-home = Inicio", `nav-home = ${menu}`);
  await edit(example, "translations/es/pages/about.md", "title: Sobre la red", `title: ${title}`);
  await edit(example, "translations/es/pages/about.md", "## Cómo trabajamos", "## Cómo lo hacemos");
  const poster = await readFile(example.path("translations/es/library/helpline-poster.toml"), "utf8");
  await writeFile(example.path("translations/es/library/helpline-poster.toml"), poster.replace(/^title = .*$/m, `title = "${card}"`));
  await example.run("accept", "--all", "--force", "-l", "es");
  await example.publish();
}

/** What a reader sees of the release. */
const seen = async (page) => ({
  menu: await page.textContent('[data-l10n-id="nav-home"]'),
  heading: await page.textContent("h1"),
});

const OLD = { menu: "Inicio", heading: "Sobre la red" };
const NEW = { menu: "Principio", heading: "Quiénes somos" };

test("an update arrives while a page is open, without a reload", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "about");
  assert.deepEqual(await seen(page), OLD);
  await page.evaluate(() => (globalThis.mark = "the same page"));
  await page.focus('article a[href="./glossary.html"]');
  await publishNews(example);
  await until(page, "version", 2);
  assert.deepEqual(await seen(page), NEW);
  assert.equal(await page.title(), "Quiénes somos · Safer Online Network");
  assert.equal(await page.evaluate(() => globalThis.mark), "the same page");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "./glossary.html");
  assert.deepEqual(page.wrong, []);
})));

test("an update takes nothing from a typing hand", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "library");
  await page.click("#search");
  await page.keyboard.type("cart");
  const typing = (async () => {
    for (const letter of "el nuevo de la red") {
      await page.keyboard.type(letter);
      await page.waitForTimeout(400);
    }
  })();
  await publishNews(example);
  await until(page, "version", 2);
  await typing;
  assert.equal(await page.inputValue("#search"), "cartel nuevo de la red");
  assert.equal(await page.evaluate(() => document.activeElement.id), "search");
  await page.fill("#search", "cartel nuevo");
  assert.deepEqual(await page.locator(".card:visible h2").allTextContents(), ["Cartel nuevo"]);
})));

test("a rollback shows the former text again, as a later version", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "about");
  const { release } = await standing(page);
  await publishNews(example);
  await until(page, "version", 2);
  assert.deepEqual(await seen(page), NEW);
  await example.run("release", "rollback", "--channel", "preview", "--to", "store");
  await until(page, "version", 3);
  assert.deepEqual(await seen(page), OLD);
  assert.equal((await standing(page)).release, release);
})));

/** Changes a byte of each new file of a store whose name ends so. */
async function flipNew(example, before, end) {
  const names = await readdir(example.store, { recursive: true });
  const found = names.filter((it) => it.endsWith(end) && !before.includes(it)).map((it) => join(example.store, it));
  assert.ok(found.length > 0, `there are new files ${end}`);
  for (const path of found) {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(path, bytes);
  }
}

const TAMPERINGS = {
  "a bundle": { refusal: "hash", tamper: (example, before) => flipNew(example, before, ".ui.ftl") },
  "a document": { refusal: "hash", tamper: (example, before) => flipNew(example, before, ".about.html") },
  "the pointer's signature": { refusal: "signature", tamper: async ({ store }) => {
    const path = join(store, "preview/timestamp.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(/"sig":"(.)/, (_, it) => `"sig":"${it === "0" ? "1" : "0"}`));
  } },
  "the pointer, which is a page": { refusal: "format", tamper: ({ store }) => writeFile(join(store, "preview/timestamp.json"), "<!doctype html><title>Log in</title>") },
  "the pointer, which is the one before": { refusal: "rollback", twice: true, tamper: async (example, _, pointer) => writeFile(join(example.store, "preview/timestamp.json"), pointer) },
};

for (const [what, { refusal, tamper, twice }] of Object.entries(TAMPERINGS)) {
  test(`tampered: ${what}; the good text stays, and its age is told`, { skip }, () => lab.published((example) => lab.visit(async (context) => {
    const page = await lab.show(context, "es", "about");
    assert.equal(await page.textContent("#standing"), "");
    const before = await readdir(example.store, { recursive: true });
    const pointer = await readFile(join(example.store, "preview/timestamp.json"));
    lab.store.isDown = true;
    await publishNews(example);
    if (twice) {
      lab.store.isDown = false;
      await until(page, "version", 2);
    }
    await tamper(example, before, pointer);
    lab.store.isDown = false;
    await until(page, "refusal", refusal);
    const shown = twice ? NEW : OLD;
    assert.deepEqual(await seen(page), shown);
    assert.match(await page.textContent("#standing"), /24 de noviembre de 2026.*\(hace 3 días\)/);
    assert.match(await page.textContent("#age"), /hace 3 días/);
    await page.reload();
    await page.waitForSelector("html[data-rounds]");
    assert.deepEqual(await seen(page), shown, "after a reload too");
    assert.equal((await standing(page)).version, twice ? "2" : "1");
  }, { at: NOW + 3 * DAY })));
}

test("offline after the first visit every page of the language is there, as it was last verified", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "about");
  await kept(page);
  await publishNews(example);
  await until(page, "version", 2);
  lab.store.isDown = lab.site.isDown = true;
  await context.setOffline(true);
  // Not every Chromium tells a page that comes from its worker that it is offline.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
  await page.reload();
  await until(page, "refusal", "unavailable");
  await until(page, "version", 2);
  assert.deepEqual(await seen(page), NEW, "the release that was pulled, and not the older page that was built");
  await page.waitForSelector("#standing:has-text('Parece que no hay conexión')", { timeout: 10_000 });
  const others = ["index", "library", "get-help", "glossary", "for-caregivers"];
  for (const name of others) {
    await page.goto(lab.address("es", name));
    await until(page, "version", 2);
    assert.equal(await page.textContent('[data-l10n-id="nav-home"]'), "Principio");
  }
  await page.goto(lab.address("es", "library"));
  await until(page, "version", 2);
  assert.equal(await page.locator(".card h2", { hasText: "Cartel nuevo" }).count(), 1);
  await context.setOffline(false);
})));

test("a store that is down at the first visit leaves the built-in copy", { skip }, () => lab.visit(async (context) => {
  lab.store.isDown = true;
  try {
    for (const locale of ["es", "ar", "th"]) {
      const page = await context.newPage();
      await page.goto(lab.address(locale, "get-help"));
      await until(page, "refusal", "unavailable");
      assert.equal((await standing(page)).version, "1");
      assert.equal(await page.locator('article a[href^="tel:"]').count(), 7);
      assert.notEqual(await page.textContent("#standing"), "");
      await page.close();
    }
  } finally {
    lab.store.isDown = false;
  }
}));

test("two tabs of one reader both show an update, and the next visit too", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const tabs = [await lab.show(context, "es", "about"), await lab.show(context, "es", "about")];
  await publishNews(example);
  for (const it of tabs) await until(it, "version", 2);
  for (const it of tabs) assert.deepEqual(await seen(it), NEW);
  lab.store.isDown = true;
  const later = await context.newPage();
  await later.goto(lab.address("es", "about"));
  await until(later, "version", 2);
  assert.deepEqual(await seen(later), NEW);
})));

test("a poisoned storage never shows an older text", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "about");
  await publishNews(example);
  await until(page, "version", 2);
  // A page that can still ask the store would mend its storage at once.
  lab.store.isDown = true;
  await until(page, "refusal", "unavailable");
  const lost = await page.evaluate(async () => {
    const cache = await caches.open("hexapla preview es");
    const all = (await cache.keys()).filter((it) => !it.url.endsWith("/state"));
    for (const it of all) await cache.put(it, new Response("poison"));
    return all.length;
  });
  assert.ok(lost > 30, `${lost}`);
  await page.reload();
  await until(page, "refusal", "unavailable");
  assert.equal((await standing(page)).version, undefined, "no release is whole: the page says what it came with");
  lab.store.isDown = false;
  await until(page, "version", 2);
  assert.deepEqual(await seen(page), NEW);
})));

/** What runs code is never released. */
const SCRIPT = "<img src=x onerror=\"globalThis.harmed = 1\"><script>globalThis.harmed = 1</script>";

/** What is released, and would become an element where a page took it for HTML. */
const PLANTED = "<b id=planted>Inicio</b>";

test("hostile text in a translation is text, or gone", { skip }, () => lab.published((example) => lab.visit(async (context) => {
  await edit(example, "translations/es/pages/about.md", "> Un texto que", `${SCRIPT}\n\n> [Un](javascript:globalThis.harmed=1) texto que`);
  await publishNews(example, { menu: PLANTED, title: `'${SCRIPT}'`, card: "<svg onload='globalThis.harmed = 1'>Cartel" });
  for (const name of ["about", "library", "index"]) {
    const page = await lab.show(context, "es", name);
    await until(page, "version", 2);
    const found = await page.evaluate(() => ({
      harmed: globalThis.harmed ?? null,
      handlers: [...document.querySelectorAll("*")].filter((it) => [...it.attributes].some(({ name }) => name.startsWith("on"))).length,
      followed: [...document.querySelectorAll("[href], [src]")].filter((it) => /^\s*(?:javascript|data|vbscript):/i.test(it.getAttribute("href") ?? it.getAttribute("src"))).length,
      scripts: document.querySelectorAll("script:not([src='../site/app.js'])").length,
      planted: document.querySelectorAll("#planted").length,
    }));
    assert.deepEqual(found, { harmed: null, handlers: 0, followed: 0, scripts: 0, planted: 0 }, name);
    assert.equal(await page.textContent('[data-l10n-id="nav-home"]'), PLANTED, "the menu shows it as it is written");
    await page.close();
  }
})));
