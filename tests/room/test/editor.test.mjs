/** An editor's story: where we stand, what is in the way, what happened; by mouse and without scripts. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { House, lacking, leave, visit } from "./lab.mjs";

const skip = lacking();

let house;
before(async () => {
  if (skip) return;
  house = await House.example();
  await house.changeHelplines();
});
after(async () => {
  await house?.close();
  await leave();
});

const walk = async (page) => {
  await page.goto("/");
  assert.match(await page.innerText(".facts"), /%/);
  const cell = page.locator("table.matrix tbody td a:has(.counts .stale)").first();
  const stale = Number(await cell.locator(".counts .stale").innerText().then((it) => it.replace(/\D/g, "")));
  await cell.click();
  await page.waitForURL("**/queue/**");
  assert.ok(stale > 0 && await page.locator("main li, main tr").count() > 0, "what was counted is listed");
  await page.goBack();
  const order = () => page.locator("table.matrix tbody th").allInnerTexts();
  const tags = await order();
  await page.click("table.matrix thead th:nth-child(2) a");
  await page.waitForSelector("th[aria-sort=ascending]:nth-child(2)");
  const shares = await page.locator("td.total .percent").allInnerTexts();
  const numbers = shares.slice(0, -1).map((it) => Number.parseInt(it, 10));
  assert.deepEqual(numbers, numbers.toSorted((a, b) => a - b), "what is least complete comes first");
  assert.deepEqual((await order()).toSorted(), tags.toSorted());
  await page.goto("/launch/stable");
  const reasons = page.locator(".gates li a");
  assert.ok(await reasons.count() > 0, "what keeps the gate shut is named");
  await page.goto("/library/pages");
  assert.ok(await page.locator("td .age").count() > 0, "older than its original");
  await page.goto("/activity");
  assert.ok(await page.locator("section.day").count() > 0);
};

test("an editor sees where a launch stands", { skip }, async () => {
  await visit(house, walk);
});

test("an editor sees the same without scripts", { skip }, async () => {
  await visit(house, walk, { javaScriptEnabled: false });
});

test("the matrix is a spreadsheet, a badge and a feed too", { skip }, async () => {
  const text = async (path) => (await fetch(house.url + path)).text();
  const lines = (await text("/coverage.csv")).trim().split("\n");
  assert.ok(lines.length > 10 && lines.every((it) => it.split(",").length === lines[0].split(",").length));
  assert.match(await text("/badge/es.svg"), /<svg[^]*%/);
  assert.match(await text("/activity.atom"), /<feed[^]*<entry>/);
});
