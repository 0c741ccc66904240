/** What a page shows only once somebody has done something there: each leads a page to it. */

import { execFileSync } from "node:child_process";

import { asking, unitAt } from "./lab.mjs";

/** A unit of a kind in a locale, such as `ui`; stale, where one is. */
export const unitOf = async (page, locale, collection) => {
  const { rows } = await asking(page)(`/api/queue/${locale}?collection=${collection}`);
  return (rows.find((it) => it.need === "stale") ?? rows[0]).unit;
};

/** Other texts for a unit, asked for. */
export const offers = async (page, locale) => {
  await page.goto(unitAt(locale, await unitOf(page, locale, "pages")));
  await page.click("button[hx-get*='/offers']");
  await page.waitForSelector("#offers *");
};

/** The list of keys, open. */
export const keys = async (page, locale) => {
  await page.goto(unitAt(locale, await unitOf(page, locale, "pages")));
  await page.click("#keys summary");
  await page.waitForSelector("#keys[open]");
};

/** A message that is being written and is wrong. */
export const findings = async (page, locale) => {
  const unit = await unitOf(page, locale, "ui");
  await page.goto(unitAt(locale, unit));
  await page.fill("textarea#text", `${unit.split("#")[1]} = { $count`);
  await page.waitForSelector("#findings .error");
};

/** A text that was accepted while somebody else had already made another of it. */
export const merge = async (page, locale) => {
  await page.goto(unitAt(locale, await unitOf(page, locale, "pages")));
  await page.evaluate(() => {
    const text = document.querySelector("textarea#text");
    document.querySelector(".settle input[name=base]").value = text.value.split(" ").slice(1).join(" ");
    document.querySelector(".settle input[name=target]").value = "another";
  });
  await page.locator("textarea#text").evaluate((it) => {
    it.value = it.value.split(" ").slice(0, -1).join(" ");
  });
  await Promise.all([page.waitForNavigation(), page.click("button[value=accept]")]);
  await page.waitForSelector(".conflict");
};

/** What a launch would change, unit by unit. */
export const differences = async (page) => {
  await page.goto("/launch/preview");
  await page.waitForSelector("details.differ");
  for (const summary of await page.locator("details.differ summary").all()) await summary.click();
};

/** An invite that was just made; gives the address that it is told by. */
export const invited = async (page, house) => {
  await page.goto("/people");
  await page.check("form[action='/people/invite'] input[value=translator]");
  await Promise.all([page.waitForNavigation(), page.click("form[action='/people/invite'] button")]);
  return new URL(await page.inputValue("#made"), house.url).pathname;
};

/** Puts what is there under git, so that what is decided later waits. */
export const commit = (house) => {
  const git = (...args) => execFileSync("git", args, { cwd: house.folder, stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  git("add", ".");
  git("-c", "user.name=Ines", "-c", "user.email=ines@example.org", "commit", "--quiet", "--message=Start");
};
