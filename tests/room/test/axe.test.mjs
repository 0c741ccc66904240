/** WCAG 2.2, levels A and AA, as far as a program can tell. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { asking, House, lacking, leave, signIn, unitAt, visit } from "./lab.mjs";
import { commit, differences, findings, invited, keys, merge, offers, unitOf } from "./scenes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const EYES = [
  { name: "narrow and light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "wide and dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

const HELP = "helplines/get-help#title";
const emergencyAt = (unit) => `/emergency?unit=${encodeURIComponent(unit)}`;

const skip = lacking();
let house;
let shared;
before(async () => {
  if (skip) return;
  house = await House.example();
  shared = await House.publishing({ ines: ["admin", "publisher", "editor", "translator"], vera: ["viewer"] });
  commit(shared);
  await visit(shared, async (page) => {
    await enter(page, "ines", "/launch/preview");
    for (const what of ["build", "publish"]) await Promise.all([page.waitForNavigation(), page.click(`button[value=${what}]`)]);
    await shared.changeHelplines(asking(page));
  }, { handle: "" });
});
after(async () => {
  await house?.close();
  await shared?.close();
  await leave();
});

/** Signs in, and goes where the door was in the way. */
const enter = async (page, handle, path = "/") => {
  await page.goto(path);
  await signIn(page, handle);
  await page.waitForURL(`**${path}`);
};

/** Looks at a page as it stands. */
const scan = async (page, where) => {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join("; ")}`);
  assert.deepEqual(told, [], where);
  assert.ok(passes.length > 10);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${where}: ${overflow} pixels too wide`);
  looked += 1;
};

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
          await scan(page, `${path}, ${eye}`);
        }
      }, { ...options, locale: language });
    }
  });
}

/** What takes an account, or is there only once somebody did something. */
const SCENES = { offers, keys, findings, merge, differences };

for (const [language, locale, { name: eye, ...options }] of [["en", "es", EYES[0]], ["ar", "ar", EYES[1]]]) {
  test(`${language}, ${locale}: nor on what takes an account, or comes of what is done`, { skip }, async () => {
    const look = { ...options, locale: language, handle: "" };
    let invite;
    let unit;
    await visit(shared, async (page) => {
      await page.goto("/people");
      await scan(page, `the door, ${eye}`);
      await signIn(page, "ines", "not the password");
      await page.waitForSelector("[role=alert]");
      await scan(page, `the door, kept shut, ${eye}`);
      await enter(page, "ines", "/people");
      invite = await invited(page, shared);
      await scan(page, `people, ${eye}`);
      for (const path of ["/launch/preview", "/launch/stable", "/sync", "/api"]) {
        await page.goto(path);
        await scan(page, `${path}, ${eye}`);
      }
      for (const [name, lead] of Object.entries(SCENES)) {
        await lead(page, locale);
        await scan(page, `${name}, ${eye}`);
      }
      unit = await unitOf(page, locale, "pages");
    }, look);
    await visit(shared, async (page) => {
      await page.goto(invite);
      await scan(page, `an invite, ${eye}`);
      await enter(page, "vera");
      for (const path of [unitAt(locale, unit), "/people"]) {
        await page.goto(path);
        await scan(page, `${path} for who only looks, ${eye}`);
      }
    }, look);
  });
}

test("every page was looked at", { skip }, (t) => {
  assert.equal(looked, 3 * 2 * 11 + 2 * (3 + 4 + Object.keys(SCENES).length + 3));
  t.diagnostic(`0 violations on ${looked} pages`);
});
