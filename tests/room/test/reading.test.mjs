/** The page of a block as readers see it: what is written, its pictures, what is long, and the language of each text. */

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { CONFIG, House, lacking, leave, unitAt, visit } from "./lab.mjs";

const skip = lacking();

/** A dot, as PNG. */
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const SENTENCES = Array.from({ length: 60 }, (_, at) => `Sentence ${at} of a **long** block that goes on for quite a while.`).join(" ");
const FILES = {
  "src/p.md": `Before *it*.\n\n![Menu](i/menu.png) A **block** with [a link](https://evil.example/).\n\n${SENTENCES}\n`,
  "out/ar/p.md": "قبلها *هذا*.\n\n![القائمة](i/menu.png) **كتلة** فيها [رابط](https://evil.example/).\n",
  "out/es/p.md": "Antes *de esto*.\n\n![Menú](i/menu.png) Un **bloque** con [un enlace](https://evil.example/).\n",
};

/** The unit of a page whose source has a text. */
const find = async (locale, text) => {
  for (const { unit } of (await house.json(`/api/queue/${locale}`)).rows) {
    if ((await house.json(`/api${unitAt(locale, unit)}`)).source.includes(text)) return unit;
  }
  throw new Error(`no unit has ${text}`);
};

/** What axe finds on a page. */
const wrong = async (page) => (await new AxeBuilder({ page }).analyze()).violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join("; ")}`);

let house;
before(async () => {
  if (skip) return;
  house = await House.of(FILES);
  const path = join(house.folder, "src/i/menu.png");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, DOT);
});
after(async () => {
  await house?.close();
  await leave();
});

test("what is written is seen as readers see it, by the request that brings the findings", { skip }, async (t) => {
  for (const [locale, dir] of [["es", "ltr"], ["ar", "rtl"]]) {
    const unit = await find(locale, "A **block**");
    await visit(house, async (page) => {
      const asked = [];
      page.on("request", (it) => asked.push(new URL(it.url()).pathname));
      await page.goto(unitAt(locale, unit));
      const read = page.locator("#read");
      assert.deepEqual(await read.evaluate((it) => [it.lang, it.dir, it.querySelectorAll("strong").length]), [locale, dir, 1]);
      assert.deepEqual(await page.locator(".around a[href^=http], #read a[href]").count(), 0, "its links lead nowhere");
      await page.waitForFunction(() => [...document.querySelectorAll(".around .here img")].every((it) => it.complete && it.naturalWidth === 1));
      assert.equal(await page.locator(".around .here img").count(), 2, "its picture, on both sides");
      asked.length = 0;
      const typed = " *x* `y`";
      await page.focus("textarea#text");
      await page.keyboard.press("Control+End");
      for (const key of typed) await Promise.all([page.waitForResponse(/check/), page.keyboard.press(key)]);
      await page.waitForSelector("#read em:has-text('x')");
      await page.waitForSelector("#read code:has-text('y')");
      assert.equal(asked.filter((it) => it.endsWith("/check")).length, typed.length, "one request for a key");
      assert.deepEqual(asked.filter((it) => !it.endsWith("/check")), [], "and no other, nor for a picture");
      assert.ok(await page.isVisible("#findings"));
      assert.deepEqual(await wrong(page), []);
      await page.fill("textarea#text", "![a](https://evil.example/a.png) ![b](i/menu.png) <b onclick=boom()>b</b>");
      await page.waitForSelector("#read img[alt=b]");
      assert.equal(await page.locator("#read img").count(), 1);
      assert.match(await read.innerText(), /a/, "what is not shown says what it shows");
      await page.fill("textarea#text", "");
      await page.waitForSelector("#read .none");
    }, { viewport: { width: 1280, height: 900 } });
    await visit(house, async (page) => {
      await page.goto(unitAt(locale, unit));
      assert.equal(await page.locator("#read strong").count(), 1, "without scripts too");
      await page.goto(`/document/${locale}?resource=pages%2Fp`);
      assert.equal(await page.locator(".whole img").count(), 2);
    }, { javaScriptEnabled: false });
    t.diagnostic(`${locale}: read`);
  }
});

test("source, draft and what readers get of a long block move together, by keyboard too", { skip }, async () => {
  const unit = await find("es", "Sentence 3 ");
  for (const colorScheme of ["light", "dark"]) {
    await visit(house, async (page) => {
      await page.goto(unitAt("es", unit));
      await page.fill("textarea#text", SENTENCES.replaceAll("Sentence", "Frase"));
      await page.waitForSelector("#read strong");
      const share = (selector) => page.locator(selector).evaluate((it) => it.scrollTop / (it.scrollHeight - it.clientHeight));
      for (const selector of ["#source", "textarea#text", ".pair.long"]) {
        const ranges = await page.locator(selector).evaluate((it) => it.scrollHeight - it.clientHeight);
        assert.ok(ranges > 40, `${selector} is longer than its window: ${ranges}`);
      }
      await page.locator("textarea#text").evaluate((it) => (it.scrollTop = (it.scrollHeight - it.clientHeight) / 2));
      await page.waitForFunction(() => [document.querySelector("#source"), document.querySelector(".pair.long")].every((it) => it.scrollTop > 20));
      for (const selector of ["#source", ".pair.long"]) assert.ok(Math.abs((await share(selector)) - 0.5) < 0.05, selector);
      // Both columns of what readers get are in one window.
      const tops = () => page.locator(".pair.long .side").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
      const [source, target] = await tops();
      assert.equal(source, target);
      await page.focus(".pair.long");
      await page.keyboard.press("End");
      await page.waitForFunction(() => {
        const it = document.querySelector("textarea#text");
        return it.scrollTop > (it.scrollHeight - it.clientHeight) * 0.95;
      });
      for (const selector of ["#source", ".pair.long"]) {
        assert.ok(await page.locator(selector).evaluate((it) => it.tabIndex === 0 && it.getAttribute("role") === "group" && document.getElementById(it.getAttribute("aria-labelledby")).innerText !== ""), selector);
      }
      assert.deepEqual(await wrong(page), []);
    }, { viewport: { width: 1280, height: 800 }, colorScheme });
  }
  await visit(house, async (page) => {
    await page.goto(unitAt("es", unit));
    const inner = await page.locator(".pair.long").evaluate((it) => it.scrollHeight - it.clientHeight);
    assert.ok(inner <= 1, "where there is little room nothing is scrolled within the page");
    assert.deepEqual(await wrong(page), []);
  }, { viewport: { width: 390, height: 844 } });
});

const GLOSSARY = `version = 1
source_locale = "en"
[terms.helpline]
term = "helpline"
targets.es = "línea de ayuda"
[terms.child]
term = "child"
targets.es = "niña"
`;

test("which terms are used is told of what is being written", { skip }, async () => {
  const files = { "glossary.toml": GLOSSARY, "src/t.ftl": "call = Every child may call the helpline\n", "out/es/t.ftl": "call = Cada niña\n" };
  const other = await House.of(files, { glossary: ["glossary.toml"] });
  try {
    await visit(other, async (page) => {
      await page.goto(unitAt("es", "ui/t#call"));
      const used = () => page.locator(".terms li:has(.tag)").evaluateAll((all) => all.map((it) => it.dataset.concept));
      assert.deepEqual(await used(), ["child"]);
      await page.fill("textarea#text", "call = La línea de ayuda");
      await page.waitForSelector("#used-helpline .tag");
      assert.deepEqual(await used(), ["helpline"]);
      // Not a message yet: nothing blinks.
      await Promise.all([page.waitForResponse(/check/), page.fill("textarea#text", "call = La línea de ayuda { $")]);
      await page.waitForSelector("#findings .error");
      assert.deepEqual(await used(), ["helpline"]);
      await page.fill("textarea#text", "call = Cada niña");
      await page.waitForSelector("#used-child .tag");
      assert.deepEqual(await used(), ["child"]);
    });
  } finally {
    await other.close();
  }
});

/** A word of each language, which no page of the room has by itself. */
const WORDS = { en: "Quokka", es: "Carpincho", ar: "كوالا", th: "จิงโจ้" };
const DIRS = { en: "ltr", es: "ltr", ar: "rtl", th: "ltr" };

/** The texts of a page that have such a word and do not say that they are in its language. */
const untold = (page) => page.evaluate(([words, dirs]) => {
  const found = [];
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [locale, word] of Object.entries(words)) {
      if (!node.data.includes(word)) continue;
      seen.add(locale);
      const lang = node.parentElement.closest("[lang]").lang;
      const dir = node.parentElement.closest("[dir]").dir;
      if (lang !== locale || ![dirs[locale], "auto"].includes(dir)) found.push(`${locale}: "${node.data.trim()}" is told as ${lang}, ${dir}: ${node.parentElement.outerHTML.slice(0, 200)}`);
    }
  }
  return { found, seen: [...seen].sort() };
}, [WORDS, DIRS]);

test("every text says which language it is in, on every page that shows several", { skip }, async () => {
  const message = (of, more = "") => `m = ${WORDS[of]} one${more} { $n }\n`;
  const kept = `memory = ["gone.tmx"]\n${CONFIG.replace('path}.ftl"\n[collections.pages]', 'path}.ftl"\nkeep_targets = "always"\n[collections.pages]')}`;
  const page = (of) => `---\ntitle: ${WORDS[of]} title\n---\n\n${WORDS[of]} *block*.\n\n\`\`\`\n${WORDS[of]} code\n\`\`\`\n`;
  const source = `# ${WORDS.en} comment\n${message("en")}like = ${WORDS.en} one more { $n }\n`;
  const files = { "hexapla.toml": kept, "src/a.ftl": source, "src/a.md": page("en") };
  for (const of of ["es", "ar"]) Object.assign(files, { [`out/${of}/a.ftl`]: message(of), [`out/${of}/a.md`]: page(of) });
  const other = await House.of(files);
  try {
    const m = "ui/a#m";
    for (const of of ["es", "ar"]) await other.decide(of, m, { text: message(of).trim(), decision: "accept" });
    other.build("preview");
    await other.decide("es", m, { text: message("es", " more").trim(), decision: "accept" });
    await other.decide("ar", m, { text: message("ar", " more").trim(), decision: "accept" });
    await other.decide("th", m, { text: message("th").trim(), decision: "accept" });
    await other.write("src/a.ftl", source.replace("one {", "one changed {"));
    await other.until(async () => (await other.json("/api/queue/es?need=stale")).units > 0);
    const { rows } = await other.json("/api/queue/es?collection=pages");
    await visit(other, async (page) => {
      const look = async (where, expected) => {
        const { found, seen } = await untold(page);
        assert.deepEqual(found, [], where);
        assert.deepEqual(seen, expected, `${where} has texts to look at`);
      };
      for (const of of ["es", "ar", "th"]) {
        await page.goto(unitAt(of, m));
        await page.locator("details.steps summary").click();
        await Promise.all([page.waitForResponse(/offers/), page.click("button[hx-get*='/offers']")]);
        await page.waitForSelector("#offers *");
        await look(`${m} in ${of}`, [of, "en"].sort());
        const problem = page.locator("#offers > p.fine");
        assert.match(await problem.last().innerText(), /gone\.tmx/, "a memory that cannot be read is told of");
        assert.ok(await problem.last().evaluate((it) => it.closest("[lang]").lang === "en" && it.closest("[dir]").dir === "ltr"));
        await page.fill("textarea#text", message(of, " typed").trim());
        await page.waitForSelector(`.said td:has-text("typed")`);
        await look(`what is written of ${m} in ${of}`, [of, "en"].sort());
      }
      for (const of of ["es", "ar"]) {
        await page.goto(unitAt(of, "ui/a#like"));
        await Promise.all([page.waitForResponse(/offers/), page.click("button[hx-get*='/offers']")]);
        await page.waitForSelector("#offers li .fine");
        await look(`what is offered in ${of}`, [of, "en"].sort());
      }
      for (const { unit } of rows) {
        await page.goto(unitAt("es", unit));
        await look(unit, ["en", "es"]);
      }
      await page.goto("/document/ar?resource=pages%2Fa");
      await look("a whole page", ["ar", "en"]);
      await page.goto("/document/ar?resource=ui%2Fa");
      await look("all messages", ["ar", "en"]);
      await page.goto("/queue/ar");
      await look("the queue", ["en"]);
      await page.goto(`/emergency?unit=${encodeURIComponent(m)}`);
      assert.ok(await page.locator(".released").count() >= 2, "what the last release holds is there");
      assert.equal(await page.locator("#in-th .released").getAttribute("lang"), "en", "also of what fell back");
      await look("a critical text", ["ar", "en", "es", "th"]);
      await page.goto("/emergency");
      await look("the critical texts", ["en"]);
      await page.goto("/launch/preview");
      for (const summary of await page.locator("details.differ summary").all()) await summary.click();
      await look("what a launch would change", ["ar", "en", "es", "th"]);
      await page.goto("/activity");
      assert.deepEqual((await untold(page)).found, [], "activity");
    }, { locale: "de" });
  } finally {
    await other.close();
  }
});
