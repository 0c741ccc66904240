/** A publisher's story: sign in, look at the gates, build, publish, roll back. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { asking, House, lacking, leave, signIn, visit } from "./lab.mjs";

const skip = lacking();

let house;
before(async () => {
  if (!skip) house = await House.publishing({ ines: ["publisher"], tom: ["viewer"], mara: ["translator"], joaquin: ["reviewer"] });
});
after(async () => {
  await house?.close();
  await leave();
});

/** What a part of a page says, without the marks that keep directions apart. */
const said = async (page, part = "main") => (await page.innerText(part)).replace(/[\u2066-\u2069]/g, "");

/** The version that readers get. */
const version = async (channel = "preview") => {
  const answer = await fetch(`${house.delivery}/${channel}/timestamp.json`);
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
    const built = await page.inputValue("input[name=release]");
    assert.match(await said(page, "[role=status]"), new RegExp(`Release ${built} was built; readers do not get it yet`));
    assert.equal(await said(page, "button[value=publish]"), `Publish release ${built}`);
    await act(page, "publish");
    const first = await version();
    assert.ok(first > 0, "readers have a release");
    assert.match(await said(page, "[role=status]"), new RegExp(`Readers get version ${first}, release ${built}, from now on`));
    assert.ok(await page.isDisabled("button[value=publish]"), "there is nothing new");
    assert.match(await said(page, "#why-publish"), /Readers get what was built last already/);
    for (const path of ["workflows/standard.toml", "workflows/helplines.toml"]) {
      await house.write(path, (await house.read(path)).replace("[channels.preview]", "[channels.early]\n\n[channels.preview]"));
    }
    await house.write("source-content/ui/late.ftl", "late = One more\n");
    await page.waitForFunction(async () => (await (await fetch("/api/queue/es?q=ui/late")).json()).units === 1);
    await page.reload();
    assert.match(await said(page), /1 unit has changed since it was built/);
    assert.equal(await page.getAttribute(".notice a", "href"), "#differs");
    await act(page, "build");
    await act(page, "publish");
    assert.ok(await version() > first);
    const second = await version();
    await act(page, "roll-back");
    assert.ok(await version() > second, "a rollback is a version of its own");
    // To a version of choice: the second, by the release that is named beside it.
    const chosen = page.locator(`select[name=version] option[value="${second}"]`);
    const release = (await chosen.innerText()).split("·")[1].trim();
    assert.ok(!(await said(page)).includes(`release ${release}.`), "readers have another one");
    await page.selectOption("select[name=version]", `${second}`);
    await act(page, "roll-back");
    assert.match(await said(page), new RegExp(`version ${await version()}, release ${release}\\.`));
    // What these readers have is given to those of another channel, byte for byte.
    await page.goto("/launch/early");
    assert.equal(await version("early"), undefined);
    await page.selectOption("select[name=from]", "preview");
    await act(page, "promote");
    assert.ok(await version("early") > 0);
    assert.match(await said(page), new RegExp(`release ${release}\\.`));
    // Gates that were not open for it keep it from readers.
    await page.goto("/launch/stable");
    await page.selectOption("select[name=from]", "preview");
    await Promise.all([page.waitForNavigation(), page.click("button[value=promote]")]);
    assert.match(await said(page), /was not built for `stable`/);
    assert.equal(await version("stable"), undefined);
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
    // Those who translate and review, and nobody whose account is of no use for it.
    assert.match(await said(page, ".gates section >> nth=0"), /Can be mended by joaquin, mara\b/);
    assert.ok(!/\b(ines|tom|lena|bruno)\b/.test(await said(page, ".gates")));
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

test("what changes is drawn anew, and never while somebody chooses there", { skip }, async () => {
  await visit(house, async (page) => {
    await page.goto("/launch/preview");
    await signIn(page, "ines");
    await page.waitForURL("**/launch/preview");
    const mark = () => page.evaluate(() => (document.getElementById("list").marked = true));
    const isMarked = () => page.evaluate(() => document.getElementById("list").marked === true);
    const change = async (text) => {
      await page.evaluate(() => {
        window.told = new Promise((resolve) => document.body.addEventListener("hexapla:turn", resolve, { once: true }));
      });
      await house.write("source-content/ui/drawn.ftl", `drawn = ${text}\n`);
      await page.evaluate(async () => void (await window.told));
    };
    await mark();
    await change("One");
    await page.waitForFunction(() => document.getElementById("list").marked !== true);
    await mark();
    await page.focus("select[name=from]");
    await change("Another");
    // Whatever was asked for before this has been answered after it.
    await page.evaluate(async () => {
      for (const path of [location.href, location.href]) await (await fetch(path)).text();
    });
    assert.ok(await isMarked(), "the list waits");
    assert.ok(await page.evaluate(() => document.activeElement.name === "from"));
    await page.focus("button[value=promote]");
    await page.waitForFunction(() => document.getElementById("list").marked !== true);
    assert.equal(await page.evaluate(() => document.activeElement.value), "promote", "the focus stays where it was");
  }, { handle: "" });
});
