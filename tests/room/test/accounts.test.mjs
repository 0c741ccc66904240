/** The story of an account: an admin invites, a translator comes, works, is sent away. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { House, lacking, leave, PASSWORD, signIn, unitAt, visit } from "./lab.mjs";

const skip = lacking();

let house;
before(async () => {
  if (!skip) house = await House.publishing({ ines: ["admin"] });
});
after(async () => {
  await house?.close();
  await leave();
});

test("an invite makes an account with its roles, which holds until it is disabled", { skip }, async () => {
  const link = await visit(house, async (page) => {
    await page.goto("/people");
    await signIn(page, "ines");
    await page.waitForURL("**/people");
    const form = page.locator("form[action='/people/invite']");
    await form.locator("input[value=translator]").check();
    await form.locator("input[name=locales]").fill("es");
    await form.locator("button").click();
    const link = await page.inputValue("#made");
    assert.ok(link.startsWith(`${house.url}/invite/`), link);
    // It can be selected by keyboard, and copied by a button where the browser lets us.
    await page.focus("#made");
    assert.equal(await page.evaluate(() => getSelection().toString()), link);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.click("button[data-copy]");
    await page.waitForSelector("button[data-copy]:text('Copied')");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
    return link;
  }, { handle: "" });

  await visit(house, async (page) => {
    await page.goto(new URL(link, house.url).href);
    await page.fill("input[name=handle]", "mara");
    await page.fill("input[name=name]", "Mara");
    await page.fill("input[name=password]", PASSWORD);
    await page.press("input[name=password]", "Enter");
    await page.waitForURL((url) => !url.pathname.startsWith("/invite"));
    await house.write("source-content/ui/late.ftl", "late = One more\n");
    await page.waitForFunction(async () => (await (await fetch("/api/queue/es?q=ui/late")).json()).units === 1);
    await page.goto(unitAt("es", "ui/late#late"));
    await page.fill("textarea#text", "late = Uno más");
    await page.press("textarea#text", "Control+Enter");
    await page.waitForURL((url) => !url.search.includes("late%23late"));
    assert.equal(await house.read("translations/es/ui/late.ftl"), "late = Uno más\n");
    await page.goto(unitAt("de", "ui/late#late"));
    assert.equal(await page.locator("button[value=accept]:enabled").count(), 0, "another locale is not theirs");
    assert.equal((await page.goto("/people")).status(), 403);

    await visit(house, async (admin) => {
      await admin.goto("/people");
      await signIn(admin, "ines");
      await admin.waitForURL("**/people");
      await admin.locator("tr", { hasText: "mara" }).locator("button[value=disable]").click();
      await admin.waitForSelector("tr.off");
    }, { handle: "" });
    await page.goto("/queue/es");
    assert.match(page.url(), /sign-in/, "they are signed out at once");
  }, { handle: "" });
});

test("wrong passwords are told of and let nobody in", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/");
    await signIn(page, "ines", "not the password");
    await page.waitForSelector("[role=alert]");
    await page.goto("/");
    assert.match(page.url(), /sign-in/);
  }, { handle: "" });
});
