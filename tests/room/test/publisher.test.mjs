/** A publisher's story: sign in, look at the gates, build, publish, roll back. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { asking, House, lacking, leave, signIn, visit } from "./lab.mjs";

const skip = lacking();

let house;
before(async () => {
  if (!skip) house = await House.publishing({ ines: ["publisher"], tom: ["viewer"] });
});
after(async () => {
  await house?.close();
  await leave();
});

/** The version that readers get. */
const version = async () => {
  const answer = await fetch(`${house.delivery}/preview/timestamp.json`);
  return answer.ok ? (await answer.json()).signed.version : undefined;
};

const act = async (page, what) => {
  await Promise.all([page.waitForNavigation(), page.click(`button[value=${what}]`)]);
  assert.equal(await page.locator("[role=alert]").count(), 0, await page.innerText("main"));
};

test("a publisher builds, publishes and rolls back, and readers have it at once", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/launch/preview");
    await signIn(page, "ines");
    await page.waitForURL("**/launch/preview");
    assert.ok(await page.isVisible(".gate.open"));
    assert.equal(await version(), undefined);
    await act(page, "build");
    await act(page, "publish");
    const first = await version();
    assert.ok(first > 0, "readers have a release");
    await house.write("source-content/ui/late.ftl", "late = One more\n");
    await page.waitForFunction(async () => (await (await fetch("/api/queue/es?q=ui/late")).json()).units === 1);
    await act(page, "build");
    await act(page, "publish");
    assert.ok(await version() > first);
    const second = await version();
    await act(page, "roll-back");
    assert.ok(await version() > second, "a rollback is a version of its own");
  }, { handle: "" });
});

test("closed gates say what is in the way and who sees to it, and nothing is built", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/launch/stable");
    await signIn(page, "ines");
    await page.waitForURL("**/launch/stable");
    await house.changeHelplines(asking(page));
    await page.reload();
    assert.ok(await page.isVisible(".gate.shut"));
    assert.ok(await page.isDisabled("button[value=build]"));
    assert.match(await page.innerText(".gates section"), /\w/);
    const [reason] = await page.locator(".gates li a").all();
    await reason.click();
    await page.waitForURL("**/unit/**");
  }, { handle: "" });
});

test("who may only look is shown no buttons, and is refused without them", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/launch/preview");
    await signIn(page, "tom");
    await page.waitForURL("**/launch/preview");
    assert.equal(await page.locator("button[value=publish]").count(), 0);
    const csrf = await page.inputValue("input[name=csrf] >> nth=0");
    const status = await page.evaluate(async (token) => {
      const body = new URLSearchParams({ csrf: token, do: "build" });
      return (await fetch("/launch/preview", { method: "POST", body })).status;
    }, csrf);
    assert.equal(status, 403);
  }, { handle: "" });
});
