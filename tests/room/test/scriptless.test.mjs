/** What is done by forms is done without scripts. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { House, lacking, leave, PASSWORD, signIn, unitAt, visit } from "./lab.mjs";
import { commit, invited } from "./scenes.mjs";

const skip = lacking();
const look = { handle: "", javaScriptEnabled: false };
const HELP = "helplines/get-help#title";

let house;
let token;
before(async () => {
  if (skip) return;
  house = await House.publishing({ ines: ["admin", "publisher", "editor", "translator"] });
  commit(house);
});
after(async () => {
  await house?.close();
  await leave();
});

/** Asks the room as a program does. */
const ask = async (path) => (await fetch(house.url + path, { headers: { authorization: `Bearer ${token}` } })).json();

const enter = async (page, path, handle = "ines") => {
  await page.goto(path);
  await signIn(page, handle);
  await page.waitForURL(`**${path}`);
};

/** Sends a form by its button, and says what the page says that comes of it. */
const send = async (page, button) => {
  await Promise.all([page.waitForNavigation(), page.click(button)]);
  assert.equal(await page.locator("[role=alert]").count(), 0, await page.innerText("main"));
  return (await page.innerText("main")).replace(/[\u2066-\u2069]/g, "");
};

test("a token is made and removed", { skip }, async () => {
  await visit(house, async (page) => {
    await enter(page, "/tokens");
    for (const name of ["short", "long"]) {
      await page.fill("input[name=name]:not([type=hidden])", name);
      await send(page, "button[value=make]");
      token = await page.inputValue("#made");
      assert.equal((await fetch(`${house.url}/api/coverage`, { headers: { authorization: `Bearer ${token}` } })).status, 200);
    }
    assert.ok(!(await send(page, "tr:has-text('short') button[value=remove]")).includes("short"));
    assert.match(await page.innerText("main table"), /long/);
    await page.goto("/activity");
    await send(page, "button[value=feed]");
    assert.equal((await fetch(await page.inputValue("#made"))).status, 200);
  }, look);
});

test("a unit is claimed and left, settled and taken back", { skip }, async () => {
  await house.write("source-content/ui/late.ftl", "late = One more\n");
  await house.until(async () => (await ask("/api/queue/es?q=ui/late")).units === 1);
  const claim = async () => (await ask("/api/unit/es?unit=ui%2Flate%23late")).claim;
  await visit(house, async (page) => {
    await enter(page, unitAt("es", "ui/late#late"));
    await send(page, "#claim button[value=take]");
    assert.equal((await claim()).by, "ines");
    await send(page, "#claim button[value=release]");
    assert.equal(await claim(), null);
    for (const text of ["Uno", "Uno más"]) {
      await page.goto(unitAt("es", "ui/late#late"));
      await page.fill("textarea#text", `late = ${text}`);
      await send(page, "button[value=accept]");
      assert.equal(await house.read("translations/es/ui/late.ftl"), `late = ${text}\n`);
    }
    await page.goto(unitAt("es", "ui/late#late"));
    await send(page, "form[action='/undo'] button");
    assert.equal(await house.read("translations/es/ui/late.ftl"), "late = Uno\n");
  }, look);
});

test("a release is built, published and rolled back", { skip }, async () => {
  const version = async () => {
    const answer = await fetch(`${house.delivery}/preview/timestamp.json`);
    return answer.ok ? (await answer.json()).signed.version : 0;
  };
  await visit(house, async (page) => {
    await enter(page, "/launch/preview");
    let before = await version();
    for (const text of ["One", "Two"]) {
      await house.write("source-content/ui/late.ftl", `late = ${text}\n`);
      await house.until(async () => (await ask("/api/unit/es?unit=ui%2Flate%23late")).source.includes(text));
      await page.goto("/launch/preview");
      await send(page, "button[value=build]");
      await send(page, "button[value=publish]");
      assert.ok(await version() > before);
      before = await version();
    }
    await send(page, "button[value=roll-back]");
    assert.ok(await version() > before);
  }, look);
});

test("a critical text is blocked and replaced at once", { skip }, async () => {
  await visit(house, async (page) => {
    await enter(page, `/emergency?unit=${encodeURIComponent(HELP)}`);
    const es = () => ask(`/api/unit/es?unit=${encodeURIComponent(HELP)}`);
    await page.fill("#in-es form.block input[name=why]", "The number is wrong");
    await send(page, "#in-es form.block button");
    assert.ok((await es()).doubted);
    await page.fill("#in-es textarea", "Ayuda, de día y de noche");
    await send(page, "#in-es form.rescue:not(.block) button[value=accept]");
    assert.deepEqual([(await es()).target, (await es()).doubted], ["Ayuda, de día y de noche", false]);
  }, look);
});

test("what was settled is committed", { skip }, async () => {
  await visit(house, async (page) => {
    await enter(page, "/sync");
    assert.ok(await page.locator("ul.events details").count() > 0, "something waits");
    await send(page, "form[action='/sync'] button");
    assert.ok((await ask("/api/sync")).last.done.committed.length > 0);
  }, look);
});

test("who is invited makes an account and is in", { skip }, async () => {
  const address = await visit(house, async (page) => {
    await enter(page, "/people");
    return invited(page, house);
  }, look);
  await visit(house, async (page) => {
    await page.goto(address);
    await page.fill("input[name=handle]", "mara");
    await page.fill("input[name=name]", "Mara");
    await page.fill("input[name=password]", PASSWORD);
    await send(page, "main button.primary");
    assert.equal(new URL(page.url()).pathname, "/");
    assert.equal((await page.goto("/queue/es")).status(), 200);
    await send(page, "form[action='/sign-out'] button");
    assert.match(page.url(), /sign-in/);
    await enter(page, "/queue/es", "mara");
  }, look);
});
