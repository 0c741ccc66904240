/** The stories of an editor and of a publisher by keyboard alone: one always sees where one is, and is never lost. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { enter, isSeen, tabTo } from "./keyboard.mjs";
import { asking, House, lacking, leave, PASSWORD, unitAt, visit } from "./lab.mjs";
import { commit } from "./scenes.mjs";

const skip = lacking();

let house;
let shared;
before(async () => {
  if (skip) return;
  house = await House.example();
  await house.changeHelplines();
  shared = await House.publishing({ ines: ["publisher", "editor"] });
  commit(shared);
});
after(async () => {
  await house?.close();
  await shared?.close();
  await leave();
});

/** Goes to what a link or a button leads to. */
const go = async (page, selector) => {
  await tabTo(page, selector);
  await enter(page);
};

/** Waits until a part of the page was drawn anew, since something on disk is another; where the focus was, it stays. */
const drawnAnew = async (page, change) => {
  const named = () => ["id", "href", "aria-label"].map((name) => document.activeElement.getAttribute(name)).join();
  await page.evaluate(() => (document.getElementById("list").marked = true));
  const here = await page.evaluate(named);
  await change();
  await page.waitForFunction(() => document.getElementById("list").marked !== true);
  await isSeen(page);
  return [here, await page.evaluate(named)];
};

let drawn = 0;
const anew = async (page, of) => {
  drawn += 1;
  const [before, now] = await drawnAnew(page, () => of.write("source-content/ui/drawn.ftl", `drawn = Number ${drawn}\n`));
  assert.equal(now, before, "the focus stays where it was");
};

test("an editor goes from coverage to a unit, through library and activity", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    await go(page, "table.matrix thead th:nth-child(2) a");
    assert.equal(await page.locator("th[aria-sort=ascending]:nth-child(2)").count(), 1);
    await go(page, "table.matrix tbody td a:has(.counts .stale)");
    assert.match(page.url(), /\/queue\//);
    await tabTo(page, "#list a[href^='/unit/']");
    await anew(page, house);
    await enter(page);
    assert.match(page.url(), /\/unit\//);
    await go(page, "nav a[href^='/library/']");
    await go(page, "main .facts a[href$='/helplines']");
    await tabTo(page, "#list");
    await anew(page, house);
    await go(page, "tbody td a[href*='/document/es']");
    await go(page, ".pair.stale .go a");
    assert.match(await page.innerText("h1"), /helplines\/get-help#/);
    await go(page, "nav a[href='/activity']");
    await tabTo(page, "#list section.day a");
    await anew(page, house);
    await go(page, "nav a[href^='/launch/']");
    await go(page, "main .facts a[href$='/stable']");
    await go(page, ".gates li a");
    assert.match(page.url(), /\/unit\//);
    await go(page, "nav a[href='/']");
    await go(page, "#critical a");
    assert.match(page.url(), /\/emergency/);
  });
});

test("where what had the focus is gone, the list around it has it", { skip }, async () => {
  await visit(house, async (page) => {
    await house.write("source-content/ui/gone.ftl", "gone = For a while\n");
    await house.until(async () => (await house.json("/api/queue/es?q=ui/gone")).units === 1);
    await page.goto("/queue/es?q=ui/gone");
    await tabTo(page, "#list a[href^='/unit/']");
    await drawnAnew(page, () => house.write("source-content/ui/gone.ftl", ""));
    assert.equal(await page.locator("#list a[href^='/unit/']").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), "list");
    // From there one goes on.
    await page.keyboard.press("Shift+Tab");
    await isSeen(page);
  });
});

test("a claim is made and left by keyboard, and the focus stays there", { skip }, async () => {
  await visit(shared, async (page) => {
    await page.goto(unitAt("es", "ui/review#review-nav-queue"));
    await tabTo(page, "input[name=handle]");
    await page.keyboard.type("ines");
    await tabTo(page, "input[name=password]");
    await page.keyboard.type(PASSWORD);
    await enter(page);
    for (const [what, next] of [["take", "release"], ["release", "take"]]) {
      await tabTo(page, `#claim button[value=${what}]`);
      await page.keyboard.press("Enter");
      await page.waitForSelector(`#claim button[value=${next}]`);
      await isSeen(page);
      assert.ok(await page.evaluate(() => document.activeElement.closest("#claim") !== null));
    }
  }, { handle: "" });
});

test("a publisher signs in, builds, publishes, rolls back and syncs", { skip }, async () => {
  const version = async () => {
    const answer = await fetch(`${shared.delivery}/preview/timestamp.json`);
    return answer.ok ? (await answer.json()).signed.version : 0;
  };
  await visit(shared, async (page) => {
    await page.goto("/launch/preview");
    await tabTo(page, "input[name=handle]");
    await page.keyboard.type("ines");
    await tabTo(page, "input[name=password]");
    await page.keyboard.type(PASSWORD);
    await enter(page);
    assert.match(page.url(), /\/launch\/preview$/);
    const act = async (what) => {
      await go(page, `button[value=${what}]:enabled`);
      assert.equal(await page.locator("[role=alert]").count(), 0, await page.innerText("main"));
    };
    await act("build");
    await act("publish");
    const first = await version();
    assert.ok(first > 0);
    await tabTo(page, "#list .scroll");
    await anew(page, shared);
    const ask = asking(page);
    await shared.until(async () => (await ask("/api/queue/es?q=ui/drawn")).units === 1);
    await act("build");
    await act("publish");
    const second = await version();
    assert.ok(second > first);
    await tabTo(page, "select[name=version]");
    await page.keyboard.press("ArrowDown");
    await act("roll-back");
    assert.ok(await version() > second, "a rollback is a version of its own");
    await go(page, "nav a[href='/activity']");
    await go(page, "main a[href='/sync']");
    await go(page, "form[action='/sync'] button");
    assert.ok(await page.locator("section.repository time").count() > 0, "what came of it stands there");
    assert.equal(await page.locator("[role=alert]").count(), 0, await page.innerText("main"));
    await go(page, "form[action='/sign-out'] button");
    assert.match(page.url(), /\/sign-in/);
  }, { handle: "" });
});
