import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { HexaplaClient, direction } from "hexapla-client";

import { readRelease } from "../site/release.js";
import { heading } from "../site/views.js";
import { Lab, NOW, lacking } from "./lab.mjs";

const LOCALES = ["ar", "de", "en", "es", "es-MX", "fr", "it", "th"];
const skip = await lacking();

let lab;
let client;

before(async () => {
  if (skip) return;
  lab = await Lab.open();
  client = await HexaplaClient.open({ store: lab.store.url, channel: "preview", root: lab.root, now: () => NOW });
  await client.update();
});
after(() => lab?.close());

const releaseOf = (locale) => readRelease(client, locale, { FluentBundle, FluentResource, direction });
const pagesOf = (release) => ["index", "library", ...release.documents.map((it) => it.id)];

/** The text of an element as a reader sees it. */
const textOf = (page, selector) => page.locator(selector).first().textContent();

let walked = 0;
for (const locale of LOCALES) {
  test(`${locale}: every page, the words around it and the library`, { skip }, () => lab.visit(async (context) => {
    const release = await releaseOf(locale);
    const { words } = release;
    for (const name of pagesOf(release)) {
      const page = await lab.show(context, locale, name);
      assert.deepEqual(page.wrong, [], name);
      const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
      assert.deepEqual({ lang, dir }, { lang: locale, dir: locale === "ar" ? "rtl" : "ltr" });
      assert.equal(await textOf(page, "h1"), heading(release, name));
      for (const id of ["nav-home", "nav-library", "footer-example", "help-not-alone"]) {
        assert.equal(await textOf(page, `[data-l10n-id="${id}"]`), words.text(id), `${locale} ${name} ${id}`);
      }
      if (name === "library") await requireLibrary(page, release);
      else if (name !== "index") await requireDocument(page, release, name);
      walked += 1;
      await page.close();
    }
  }));
}

async function requireLibrary(page, { library, words }) {
  assert.equal(library.length, 14);
  assert.equal(await page.locator(".card").count(), library.length);
  for (const [at, it] of library.entries()) {
    const card = page.locator(".card").nth(at);
    assert.equal(await card.locator("h2").textContent(), it.title);
    const links = card.locator(".languages a");
    assert.deepEqual(await links.allTextContents(), it.available_in.map((other) => words.name(other)));
    for (const other of await links.evaluateAll((all) => all.map((link) => link.href))) assert.equal((await fetch(other)).status, 200, other);
  }
  assert.equal(await textOf(page, "#listed"), words.text("library-count", { count: 14, total: 14 }));
}

/** Every block that fell back says so, to the eye and to a screen reader. */
async function requireDocument(page, { locale, documents }, name) {
  const it = documents.find((document) => document.id === name);
  const article = await page.evaluate(() => {
    const found = document.querySelector("article");
    const parts = [...found.querySelectorAll("[lang]")].filter((part) => !part.matches(".part"));
    const told = (part) => part.querySelector(":scope > .part")?.textContent ?? null;
    return { lang: found.lang, dir: found.dir, parts: parts.map((part) => ({ lang: part.lang, dir: part.dir, told: told(part) })) };
  });
  assert.equal(article.dir, article.lang === "ar" ? "rtl" : "ltr");
  for (const part of article.parts) {
    assert.equal(part.dir, part.lang === "ar" ? "rtl" : "ltr");
    assert.equal(part.told === null, part.lang.split("-")[0] === locale.split("-")[0], `${locale} ${name} ${part.lang}`);
  }
  const hasNotice = (id) => page.locator(`.notice [data-l10n-id="${id}"]`).count();
  assert.equal(await hasNotice("language-fallback"), article.lang.split("-")[0] === locale.split("-")[0] ? 0 : 1);
  assert.equal(await hasNotice("notice-older-parts"), it.older.count > 0 ? 1 : 0);
}

test("the walk was whole", { skip }, (t) => {
  assert.equal(walked, 8 * 11 + 3);
  t.diagnostic(`${walked} pages in ${LOCALES.length} locales`);
});

test("notices say of what day a text is, and which part is in another language", { skip }, () => lab.visit(async (context) => {
  const officials = await lab.show(context, "es", "for-officials");
  assert.match(await textOf(officials, ".notice"), /Traducción del texto del .?2 de marzo de 2026.*anterior a la versión actual del original/);
  const about = await lab.show(context, "es", "about");
  assert.match(await textOf(about, "p[lang=en] > .part"), /Esta parte está en .?inglés.? porque/);
  const foreign = await lab.show(context, "ar", "glossary");
  assert.match(await textOf(foreign, ".notice"), /الإنجليزية/);
  assert.equal(await foreign.locator("article").getAttribute("lang"), "en");
}));

test("from right to left the page is mirrored", { skip }, () => lab.visit(async (context) => {
  for (const [locale, isMirrored] of [["es", false], ["ar", true]]) {
    const page = await lab.show(context, locale, "get-help");
    const left = async (selector) => (await page.locator(selector).first().boundingBox()).x;
    assert.equal((await left(".brand")) > (await left(".switch")), isMirrored, "the name stands where reading begins");
    assert.equal((await left("header .help")) < (await left('[data-l10n-id="nav-home"]')), isMirrored);
    const aligned = await page.locator("th, td").first().evaluate((it) => getComputedStyle(it).textAlign);
    assert.equal(aligned, "start");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
  }
}));

test("on a telephone nothing sticks out, and the languages are all in sight", { skip }, () => lab.visit(async (context) => {
  for (const locale of LOCALES) {
    for (const name of ["index", "library", "get-help"]) {
      const page = await lab.show(context, locale, name);
      await page.click(".switch summary");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${locale} ${name}`);
      const menu = await page.locator(".switch ul").boundingBox();
      assert.ok(menu.x >= 0 && menu.x + menu.width <= 390, `${locale} ${name}: ${JSON.stringify(menu)}`);
      await page.close();
    }
  }
}, { viewport: { width: 390, height: 844 } }));

test("the language is switched by the keyboard alone", { skip }, () => lab.visit(async (context) => {
  const page = await lab.show(context, "es", "about");
  const focused = () => page.evaluate(() => document.activeElement.getAttribute("hreflang") ?? document.activeElement.localName);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  for (let at = 0; at < 12 && (await focused()) !== "summary"; at += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (let at = 0; at < 12 && (await focused()) !== "ar"; at += 1) await page.keyboard.press("Tab");
  await Promise.all([page.waitForURL(lab.address("ar", "about")), page.keyboard.press("Enter")]);
  await page.waitForSelector("html[data-rounds]");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  assert.equal(await textOf(page, "h1"), heading(await releaseOf("ar"), "about"));
}));

test("without a script the text stands there, and languages are links", { skip }, () => lab.visit(async (context) => {
  for (const locale of LOCALES) {
    const page = await context.newPage();
    const release = await releaseOf(locale);
    await page.goto(lab.address(locale, "get-help"));
    assert.equal(await textOf(page, "h1"), heading(release, "get-help"));
    assert.equal(await page.locator('article a[href^="tel:"]').count(), 7);
    assert.equal(await page.locator(".switch li a").count(), LOCALES.length);
    await page.goto(lab.address(locale, "library"));
    assert.equal(await page.locator(".card").count(), 14);
    assert.equal(await page.locator("#search").isVisible(), false);
    await page.close();
  }
}, { javaScriptEnabled: false }));

test("the library is narrowed by what is typed", { skip }, () => lab.visit(async (context) => {
  const page = await lab.show(context, "en", "library");
  await page.fill("#search", "poster");
  const shown = await page.locator(".card:visible").count();
  assert.ok(shown > 0 && shown < 14, `${shown}`);
  assert.match(await textOf(page, "#listed"), new RegExp(`${shown}.* of .*14`));
  await page.fill("#search", "nothing has this");
  assert.equal(await page.locator(".card:visible").count(), 0);
  assert.equal(await textOf(page, "#listed"), "No resource matches");
}));
