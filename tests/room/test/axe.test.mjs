/** WCAG 2.2, levels A and AA, as far as a program can tell. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { House, lacking, leave, unitAt, visit } from "./lab.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const EYES = [
  { name: "narrow and light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "wide and dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

const HELP = "helplines/get-help#title";
const emergencyAt = (unit) => `/emergency?unit=${encodeURIComponent(unit)}`;

const skip = lacking();
let house;
before(async () => {
  if (!skip) house = await House.example();
});
after(async () => {
  await house?.close();
  await leave();
});

/** Every kind of page, with what the example has in a locale. */
async function pages(locale) {
  const { rows } = await house.json(`/api/queue/${locale}`);
  const first = rows[0].unit;
  return ["/", `/queue/${locale}`, unitAt(locale, first), `/document/${locale}?resource=${first.split("#")[0]}`, "/library/library", "/launch/stable", "/activity", "/emergency", emergencyAt(HELP), "/sync", "/nothing"];
}

let looked = 0;
for (const [language, locale] of [["en", "es"], ["ar", "ar"], ["en", "th"]]) {
  test(`${language}, ${locale}: axe finds nothing`, { skip }, async () => {
    for (const { name: eye, ...options } of EYES) {
      await visit(house, async (page) => {
        for (const path of await pages(locale)) {
          await page.goto(path);
          const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const told = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join("; ")}`);
          assert.deepEqual(told, [], `${path}, ${eye}`);
          assert.ok(passes.length > 10);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${path}, ${eye}: ${overflow} pixels too wide`);
          looked += 1;
        }
      }, { ...options, locale: language });
    }
  });
}

test("every page was looked at", { skip }, (t) => {
  assert.equal(looked, 3 * 2 * 11);
  t.diagnostic(`0 violations on ${looked} pages`);
});
