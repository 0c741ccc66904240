/** WCAG 2.2, levels A and AA, as far as a program can tell. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { Lab, lacking } from "./lab.mjs";

const LOCALES = ["ar", "de", "en", "es", "es-MX", "fr", "it", "th"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const PAGES = ["index", "library", "get-help", "about", "for-officials"];

/**
 * Every page in one language of each direction, and wherever `EVERY_PAGE` is set; two where words are written
 * without spaces; elsewhere, where pages differ by their words alone, the first.
 */
const pagesIn = (locale) => {
  if (process.env.EVERY_PAGE || ["ar", "en"].includes(locale)) return PAGES;
  return PAGES.slice(0, locale === "th" ? 2 : 1);
};

/** How a reader sees the page: on a telephone by day, on a screen by night. */
const EYES = [
  { name: "narrow and light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "wide and dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

const skip = await lacking();
let lab;
before(async () => {
  if (!skip) lab = await Lab.open();
});
after(() => lab?.close());

let looked = 0;
for (const locale of LOCALES) {
  test(`${locale}: axe finds nothing`, { skip }, async () => {
    for (const { name: eye, ...options } of EYES) {
      await lab.visit(async (context) => {
        for (const name of pagesIn(locale)) {
          const page = await lab.show(context, locale, name);
          await page.click(".switch summary");
          const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
          const told = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join("; ")}`);
          assert.deepEqual(told, [], `${locale} ${name}, ${eye}`);
          assert.ok(passes.length > 10);
          looked += 1;
          await page.close();
        }
      }, options);
    }
  });
}

test("every page was looked at", { skip }, (t) => {
  assert.equal(looked, LOCALES.flatMap(pagesIn).length * EYES.length);
  t.diagnostic(`0 violations on ${looked} pages`);
});
