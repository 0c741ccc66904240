/** Takes pictures of every page of the room, to be looked at: `node screenshots.mjs OUT [NAME…]`, where only the
 * pages of these names are wanted. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { asking, House, leave, signIn, unitAt, visit } from "./test/lab.mjs";
import { commit, differences, findings, invited, keys, merge, offers } from "./test/scenes.mjs";

const SIZES = { narrow: { width: 390, height: 844 }, wide: { width: 1280, height: 860 } };
const LANGUAGES = [["en", "es"], ["ar", "ar"], ["en", "th"]];
const PEOPLE = { ines: ["admin", "publisher", "editor", "translator"], mara: ["translator"], vera: ["viewer"] };

const [out, ...wanted] = process.argv.slice(2);
if (!out) throw new Error("expected a folder: `node screenshots.mjs OUT`");
await mkdir(out, { recursive: true });
const house = await House.publishing(PEOPLE);

/** What is there only once somebody has done something. */
const SCENES = { offers, keys, findings, merge, "launch-differs": differences };

/** What is there before anybody looks: a stale helpline, a claim, a release. */
const prepare = () => visit(house, async (page) => {
  await page.goto("/launch/preview");
  await signIn(page, "ines");
  await page.waitForURL("**/launch/preview");
  for (const what of ["build", "publish"]) {
    await Promise.all([page.waitForNavigation(), page.click(`button[value=${what}]`)]);
  }
  await house.changeHelplines(asking(page));
  const { rows } = await asking(page)("/api/queue/es");
  await page.goto(unitAt("es", rows.at(-1).unit));
  await Promise.all([page.waitForResponse(/claim/), page.click("button[value=take]")]);
}, { handle: "" });

/** Every page that somebody who is signed in may see, by its name. */
const pages = async (json, locale) => {
  const { rows } = await json(`/api/queue/${locale}`);
  const first = (is) => rows.find(is) ?? rows[0];
  const stale = first((it) => it.need === "stale" && it.unit.startsWith("pages/"));
  const message = first((it) => it.unit.startsWith("ui/"));
  const critical = "helplines/get-help#title";
  return {
    coverage: "/",
    queue: `/queue/${locale}`,
    "queue-empty": `/queue/${locale}?q=nowhere+to+be+found`,
    unit: unitAt(locale, stale.unit),
    message: unitAt(locale, message.unit),
    critical: unitAt(locale, critical),
    document: `/document/${locale}?resource=${stale.unit.split("#")[0]}`,
    messages: `/document/${locale}?resource=${message.unit.split("#")[0]}`,
    library: "/library/library",
    "library-pages": "/library/pages",
    launch: "/launch/stable",
    "launch-open": "/launch/preview",
    activity: "/activity",
    emergencies: "/emergency",
    emergency: `/emergency?unit=${encodeURIComponent(critical)}`,
    sync: "/sync",
    people: "/people",
    api: "/api",
    refusal: "/nothing",
  };
};

const isWanted = (name) => !wanted.length || wanted.includes(name);

/** A picture of the whole of a page, by its address or by what leads to it. */
const take = async (page, name, to, marks) => {
  if (!isWanted(name)) return;
  await (typeof to === "string" ? page.goto(to) : to());
  const file = join(out, `${name}-${marks.join("-")}.png`);
  await page.screenshot({ path: file, fullPage: true });
};

/** All pages, as one person sees them by one language, size and colours. */
const walk = async (language, locale, size, colorScheme) => {
  const marks = [`${language}-${locale}`, size, colorScheme];
  const look = { viewport: SIZES[size], colorScheme, locale: language, handle: "" };
  let invite;
  await visit(house, async (page) => {
    await page.goto("/");
    await signIn(page, "ines");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    for (const [name, path] of Object.entries(await pages(asking(page), locale))) await take(page, name, path, marks);
    for (const [name, lead] of Object.entries(SCENES)) await take(page, name, () => lead(page, locale), marks);
    invite = await invited(page, house);
    if (size === "wide" && colorScheme === "light" && isWanted("print")) {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 794, height: 1123 });
      await page.goto("/");
      await page.screenshot({ path: join(out, `print-${marks.join("-")}.png`), fullPage: true });
    }
  }, look);
  await visit(house, async (page) => {
    await take(page, "sign-in", "/", marks);
    await take(page, "invite", invite, marks);
    await page.goto("/");
    await signIn(page, "vera");
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
    const all = await pages(asking(page), locale);
    await take(page, "unit-viewer", all.unit, marks);
    await take(page, "emergency-viewer", all.emergency, marks);
  }, look);
};

try {
  commit(house);
  await prepare();
  for (const [language, locale] of LANGUAGES) {
    for (const size of Object.keys(SIZES)) {
      for (const colorScheme of ["light", "dark"]) await walk(language, locale, size, colorScheme);
    }
  }
} finally {
  await house.close();
  await leave();
}
