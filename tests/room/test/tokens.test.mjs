/** A token: made by keyboard, seen once, used by a program, removed; and a feed for a reader. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { enter, tabTo } from "./keyboard.mjs";
import { House, lacking, leave, signIn, visit } from "./lab.mjs";

const skip = lacking();

let house;
before(async () => {
  if (!skip) house = await House.publishing({ ines: ["admin"], mara: ["translator"] });
});
after(async () => {
  await house?.close();
  await leave();
});

/** Asks as a program with a token does. */
const ask = (path, token, options = {}) =>
  fetch(house.url + path, { redirect: "manual", ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });

test("a token is made by keyboard, seen once, used by a program, and removed", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    await signIn(page, "mara");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    await tabTo(page, "a[href='/tokens']");
    await enter(page);
    await tabTo(page, "input[name=name]");
    await page.keyboard.type("nightly");
    await tabTo(page, "input[name=reach]");
    await page.keyboard.press("ArrowDown");
    assert.ok(await page.isChecked("input[name=reach][value=all]"));
    await tabTo(page, "button[value=make]");
    await enter(page);
    // The field has the focus, so that it is copied by two keys.
    assert.equal(await page.evaluate(() => document.activeElement.id), "made");
    await page.keyboard.press("Control+A");
    const token = await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    });
    assert.match(token, /^hxp_[\w-]{43}$/);
    assert.equal((await ask("/api/coverage", token)).status, 200);
    const refused = await ask("/api/launch/preview", token, { method: "POST", headers: { "content-type": "application/json" }, body: '{"do":"build"}' });
    assert.equal(refused.status, 403, "it may what its account may");
    await page.goto("/tokens");
    assert.ok(!(await page.content()).includes(token), "not shown again");
    assert.match(await page.innerText("main table"), /nightly/);
    await tabTo(page, "button[value=remove]");
    await enter(page);
    assert.equal(await page.locator("main table").count(), 0);
    const gone = await ask("/api/coverage", token);
    assert.equal(gone.status, 401);
    assert.match(gone.headers.get("www-authenticate"), /^Bearer /);
  }, { handle: "" });
});

test("a feed reader gets an address, and an admin takes it away", { skip }, async () => {
  const address = await visit(house, async (page) => {
    await page.goto("/activity");
    await signIn(page, "mara");
    await page.waitForURL("**/activity");
    await tabTo(page, "button[value=feed]");
    await enter(page);
    return page.inputValue("#made");
  }, { handle: "" });
  const feed = await fetch(address);
  assert.equal(feed.status, 200);
  assert.match(await feed.text(), /<feed/);
  await visit(house, async (page) => {
    await page.goto("/people");
    await signIn(page, "ines");
    await page.waitForURL("**/people");
    await tabTo(page, "button[value=remove-token]");
    await enter(page);
    assert.equal(await page.locator("button[value=remove-token]").count(), 0);
  }, { handle: "" });
  assert.equal((await fetch(address)).status, 401);
});
