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

/** A text without the marks that keep directions apart. */
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "");

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
  const numbers = shares.slice(0, -1).map((it) => Number.parseInt(plain(it), 10));
  assert.ok(numbers.every(Number.isInteger), `${shares}`);
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
});

/** The elements that Tab leads to, up to one that fits. */
const tabTo = async (page, selector) => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
  }
  assert.fail(`no Tab leads to ${selector}`);
};

test("the queue is filtered by keyboard, and its address keeps the filter", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/queue/es");
    const shown = async () => ({
      units: await page.locator("#list .unit").allInnerTexts(),
      sum: await page.innerText("#sum"),
      need: await page.isChecked("input[name=need][value=stale]"),
      collection: await page.inputValue("select[name=collection]"),
      text: await page.inputValue("input[name=q]"),
    });
    const before = await shown();
    await tabTo(page, "input[name=need][value=stale]");
    await page.keyboard.press("Space");
    await tabTo(page, "select[name=collection]");
    await page.keyboard.type("helplines");
    await tabTo(page, "input[name=q]");
    await page.keyboard.type("day and night");
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
    const { searchParams: asked } = new URL(page.url());
    assert.deepEqual([asked.get("need"), asked.get("collection"), asked.get("q")], ["stale", "helplines", "day and night"]);
    const filtered = await shown();
    assert.equal(filtered.units.length, 1, `${filtered.units}`);
    assert.match(filtered.units[0], /helplines\/get-help#title/);
    assert.notEqual(filtered.sum, before.sum);
    await page.reload();
    assert.deepEqual(await shown(), { ...filtered, need: true, collection: "helplines", text: "day and night" });
    // The unit leads back to the queue as it was filtered.
    await page.click("#list .unit a");
    await page.waitForURL("**/unit/**");
    await page.click("nav.place a");
    await page.waitForURL("**/queue/**");
    assert.deepEqual((await shown()).units, filtered.units);
  });
});

test("the matrix is sorted by each of its columns, both ways", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    const heads = page.locator("table.matrix").first().locator("thead th");
    const count = await heads.count();
    assert.ok(count > 3);
    for (let at = 1; at < count; at += 1) {
      for (const [order, sign] of [["ascending", 1], ["descending", -1]]) {
        await heads.nth(at).locator("a").click();
        await page.waitForSelector(`thead th:nth-child(${at + 1})[aria-sort=${order}]`);
        const cells = await page.locator("table.matrix").first().locator(`tbody td:nth-child(${at + 1})`).allInnerTexts();
        const shares = cells.map((it) => (/%/.test(it) ? Number.parseInt(plain(it), 10) : Infinity));
        const known = shares.filter(Number.isFinite);
        assert.ok(known.length > 0 && !shares.some(Number.isNaN), `${cells}`);
        assert.deepEqual(known, known.toSorted((a, b) => sign * (a - b)), `column ${at} ${order}`);
        assert.ok(shares.slice(0, known.length).every(Number.isFinite), "what is not translated comes last");
      }
    }
  });
});

test("what a cell counts stands there in words and, by keyboard, in a table", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    const { rows } = await house.json("/api/coverage");
    const row = rows.find((it) => it.locale === "es" && it.collection === "pages");
    const number = (it) => it.toLocaleString("en");
    const words = `${number(row.current.words)} of ${number(row.words)} words`;
    assert.ok((await page.locator("table.matrix tbody td .words").allInnerTexts()).map(plain).includes(words), words);
    await page.focus("#numbers summary");
    await page.keyboard.press("Enter");
    const cells = page.locator("#numbers tbody tr", { has: page.locator("bdi:text-is('es')") }).filter({ has: page.locator("th:text-is('pages')") }).locator("td");
    const told = (await cells.allInnerTexts()).map((it) => plain(it).replaceAll(",", "").replace(/\D+/g, " ").trim());
    const counts = [row, row.current, row.stale, row.moved, row.unverified, row.missing];
    assert.deepEqual(told, counts.map((it) => `${it.units ?? 0} ${it.words ?? 0}`));
  });
});

test("from the matrix one comes to a page, and from there to a unit", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    await page.click("tfoot a[href='/library/helplines']");
    await page.waitForURL("**/library/helplines");
    await page.locator("tbody td a[href*='/document/es']").first().click();
    await page.waitForURL("**/document/es?**");
    await page.locator(".pair.stale .go a").first().click();
    await page.waitForURL("**/unit/es?**");
    assert.match(await page.innerText("h1"), /helplines\/get-help#/);
  });
});

test("a page is available where all of it is current", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/library/pages");
    const table = page.locator("table.matrix");
    const locales = (await table.locator("thead th").allInnerTexts()).slice(1, -1);
    let available = 0;
    for (const row of await table.locator("tbody tr").all()) {
      const cells = await row.locator("td").all();
      const named = (await cells.at(-1).innerText()).split(/\s+/).filter(Boolean);
      const settled = [];
      for (const [at, locale] of locales.entries()) {
        if (await cells[at].locator("a.settled").count()) settled.push(locale);
      }
      assert.deepEqual(named, settled);
      available += named.length;
    }
    assert.ok(available > 0, "something is available somewhere");
  });
});

/** What RFC 4287 says that a feed must have; as a list of what this one lacks. */
const lacks = (text) => {
  const atom = "http://www.w3.org/2005/Atom";
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const wrong = [];
  const must = (holds, what) => holds || wrong.push(what);
  const feed = xml.documentElement;
  must(feed.localName === "feed" && feed.namespaceURI === atom, `a feed: ${feed.outerHTML.slice(0, 200)}`);
  const children = (of, name) => [...of.children].filter((it) => it.namespaceURI === atom && it.localName === name);
  const one = (of, name) => {
    const found = children(of, name);
    must(found.length === 1, `${of.localName}: one ${name}, and there are ${found.length}`);
    return found[0]?.textContent ?? "";
  };
  const links = (of, rel) => children(of, "link").filter((it) => (it.getAttribute("rel") ?? "alternate") === rel);
  const entries = children(feed, "entry");
  for (const it of [feed, ...entries]) {
    must(/^[a-z][a-z0-9+.-]*:\S+$/i.test(one(it, "id")), "an id is an absolute IRI");
    must(one(it, "title").trim(), "a title says something");
    must(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(one(it, "updated")), "a date is one of RFC 3339");
    for (const link of children(it, "link")) must(URL.canParse(link.getAttribute("href") ?? ""), "a link is whole");
    const kinds = links(it, "alternate").map((link) => `${link.getAttribute("type")} ${link.getAttribute("hreflang")}`);
    must(new Set(kinds).size === kinds.length, "no two alternates of one kind");
    for (const author of children(it, "author")) must(one(author, "name").trim(), "an author has a name");
    must(children(it, "summary").length < 2, "one summary at most");
  }
  must(links(feed, "self").length === 1, "a link to itself");
  for (const it of entries) {
    must(children(it, "author").length + children(feed, "author").length > 0, "an author");
    must(children(it, "content").length > 0 || links(it, "alternate").length > 0, "content, or where it is");
  }
  const ids = entries.map((it) => one(it, "id"));
  must(new Set(ids).size === ids.length && ids.length > 3, "each entry its own id");
  return { wrong, own: links(feed, "self")[0]?.getAttribute("href"), targets: entries.map((it) => links(it, "alternate")[0]?.getAttribute("href")) };
};

test("the feed is what RFC 4287 asks for, and its links lead somewhere", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    const feed = await (await fetch(`${house.url}/activity.atom`)).text();
    const { wrong, own, targets } = await page.evaluate(lacks, feed);
    assert.deepEqual(wrong, []);
    assert.equal(own, `${house.url}/activity.atom`);
    for (const address of new Set(targets)) assert.equal((await fetch(address)).status, 200, address);
  });
});

test("what happens appears on the open page, with what it made stale", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/activity");
    await page.evaluate(() => (document.body.dataset.kept = "yes"));
    const changed = page.locator("#list section.day", { hasText: "November 24, 2026" }).locator("li.changed", { hasText: "ui/actions" });
    assert.equal(await changed.count(), 0);
    const path = "source-content/ui/actions.ftl";
    await house.write(path, (await house.read(path)).replace(/^([a-z-]+) = (\S.*)$/m, "$1 = $2 at once"));
    const link = changed.locator(".made-stale a[href^='/queue/es?']");
    await link.waitFor();
    assert.equal(await page.getAttribute("body", "data-kept"), "yes", "without a reload");
    assert.equal((await link.innerText()).replace(/\D/g, ""), "1");
    await link.click();
    await page.waitForURL("**/queue/es?**");
    const units = await page.locator("#list .unit.stale code").allInnerTexts();
    assert.ok(units.includes("ui/actions#help-now") && units.every((it) => it.startsWith("ui/actions#")), `${units}`);
  });
});

test("in forced colours the current page is told by a border that the others have not", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/activity");
    const border = (link) => page.$eval(link, (it) => getComputedStyle(it).borderBottomColor);
    const [current, other] = [await border(".bar nav a[aria-current=page]"), await border(".bar nav a:not([aria-current])")];
    assert.notEqual(current, other);
    const ground = await page.$eval(".bar", (it) => getComputedStyle(it).backgroundColor);
    assert.equal(other, ground, "nothing is seen below the others");
  }, { forcedColors: "active" });
});
