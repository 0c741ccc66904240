/** Several people: a helpline that changed is put right in all languages, and a claim is seen at once. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { House, lacking, leave, signIn, unitAt, visit } from "./lab.mjs";

const skip = lacking();

let house;
let shared;
before(async () => {
  if (skip) return;
  house = await House.example();
  await house.changeHelplines();
  shared = await House.publishing({ mara: ["translator"], joaquin: ["translator"] });
});
after(async () => {
  await house?.close();
  await shared?.close();
  await leave();
});

/** From the warning on the front page to a language put right. */
const putRight = async (page, locale, title) => {
  await page.goto("/");
  await page.click("#critical a");
  await page.click(`a:has-text("Help, day and night")`);
  const row = page.locator(`#in-${locale}`);
  await row.locator("textarea").fill(title);
  await row.locator("form.rescue:not(.block) button[value=accept]").click();
  await page.waitForSelector(`#in-${locale}:not(.stale)`);
};

test("a changed helpline is put right in a language without leaving its page", { skip }, async () => {
  await visit(house, async (page) => {
    await putRight(page, "es", "Ayuda, de día y de noche");
    assert.match(page.url(), /\/emergency\?/);
    assert.match(await house.read("translations/es/pages/get-help.md"), /^title: "?Ayuda, de día y de noche"?$/m);
    assert.ok(await page.isVisible("#in-de.stale"), "the others still wait");
  });
});

test("what was typed for each language survives a reload, and does not write over what others did", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/emergency?unit=helplines%2Fget-help%23title");
    const area = (locale) => page.locator(`#in-${locale} textarea`);
    await area("fr").fill("Aide, jour et");
    await area("ar").fill("مساعدة");
    await page.reload();
    assert.equal(await area("fr").inputValue(), "Aide, jour et");
    assert.equal(await area("ar").inputValue(), "مساعدة");
    assert.ok(await page.isVisible("#in-fr .draft"));
    assert.ok(await page.isHidden("#in-fr .draft .late"));
    assert.ok(await page.isHidden("#in-de .draft"));
    await page.click("#in-ar .draft button");
    assert.notEqual(await area("ar").inputValue(), "مساعدة");
    await visit(house, async (other) => {
      await other.goto("/emergency?unit=helplines%2Fget-help%23title");
      await other.locator("#in-fr textarea").fill("De l’aide, jour et nuit");
      await other.locator("#in-fr form.rescue:not(.block) button[value=accept]").click();
      await other.waitForSelector("#in-fr:not(.stale)");
      assert.ok(!(await other.evaluate(() => Object.keys(localStorage).some((it) => it.includes(":fr:")))), "the room has it");
    }, { handle: "lena" });
    await page.reload();
    assert.equal(await area("fr").inputValue(), "Aide, jour et");
    assert.ok(await page.isVisible("#in-fr .draft .late"));
    await page.locator("#in-fr form.rescue:not(.block) button[value=accept]").click();
    await page.waitForSelector("#in-fr .told:not(:empty)");
    assert.match(await house.read("translations/fr/pages/get-help.md"), /De l’aide, jour et nuit/);
    await page.click("#in-fr .late a");
    assert.equal(await page.inputValue("textarea#text"), "Aide, jour et");
    await page.press("textarea#text", "Control+Enter");
    await page.waitForSelector(".conflict");
  });
});

test("a language is put right without scripts too", { skip }, async () => {
  await visit(house, async (page) => {
    await putRight(page, "de", "Hilfe, Tag und Nacht");
    assert.match(await house.read("translations/de/pages/get-help.md"), /^title: "?Hilfe, Tag und Nacht"?$/m);
  }, { handle: "lena", javaScriptEnabled: false });
});

test("a claim by a key is seen by others at once, and goes with the decision", { skip }, async () => {
  await visit(shared, async (mara) => {
    await mara.goto("/queue/es?need=stale");
    await signIn(mara, "mara");
    await mara.waitForURL("**/queue/es**");
    const unit = (await mara.locator("#list code").first().innerText()).trim();
    await visit(shared, async (joaquin) => {
      await joaquin.goto("/queue/es?need=stale");
      await signIn(joaquin, "joaquin");
      await joaquin.waitForURL("**/queue/es**");
      await mara.goto(unitAt("es", unit));
      await mara.keyboard.press("m");
      await mara.waitForSelector("#claim .mine");
      await joaquin.waitForSelector("#list .claim:has-text('mara')");
      await joaquin.goto("/queue/es?need=stale&claim=free");
      assert.equal(await joaquin.locator(`#list code:text-is("${unit}")`).count(), 0);
      await joaquin.goto("/queue/es?need=stale");
      await mara.keyboard.press("v");
      await mara.waitForURL((url) => !url.search.includes(encodeURIComponent(unit)));
      await joaquin.waitForFunction((it) => ![...document.querySelectorAll("#list code")].some((code) => code.textContent === it), unit);
    }, { handle: "" });
  }, { handle: "" });
});
