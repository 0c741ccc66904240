/** Takes the pictures of the documentation anew: `node pictures.mjs`, which writes docs/images. */

import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { asking, House, leave, signIn, unitAt, visit } from "./test/lab.mjs";

const OUT = join(dirname(fileURLToPath(import.meta.url)), "../../docs/images");
const LOOK = { viewport: { width: 1120, height: 720 }, colorScheme: "light", locale: "en" };

await mkdir(OUT, { recursive: true });

/** A picture of a page as one sees it first, once `prepare` has done something there. */
const take = async (page, name, path, prepare = async () => undefined) => {
  await page.goto(path);
  await prepare(page);
  await page.screenshot({ path: join(OUT, `${name}.png`) });
};

const house = await House.publishing({ mara: ["translator"], ines: ["publisher", "editor"] });

await visit(house, async (page) => {
  await page.goto("/launch/preview");
  await signIn(page, "ines");
  await page.waitForURL("**/launch/preview");
  for (const what of ["build", "publish"]) {
    await Promise.all([page.waitForNavigation(), page.click(`button[value=${what}]`)]);
  }
  await take(page, "launch-open", "/launch/preview");
}, { handle: "", ...LOOK });

await visit(house, async (page) => {
  await page.goto("/queue/es");
  await signIn(page, "mara");
  await page.waitForURL("**/queue/es");
  const json = asking(page);
  await house.changeHelplines(json);
  const stale = (await json("/api/queue/es?need=stale")).rows.find((it) => it.unit.startsWith("pages/"));
  const many = (await json("/api/queue/ar")).rows.find((it) => it.unit.startsWith("ui/"));
  await take(page, "queue", "/queue/es");
  await take(page, "unit", unitAt("es", stale.unit));
  await take(page, "message", unitAt("ar", many.unit));
  await take(page, "document", `/document/es?resource=${stale.unit.split("#")[0]}`);
}, { handle: "", ...LOOK });

await visit(house, async (page) => {
  await page.goto("/");
  await signIn(page, "ines");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await take(page, "coverage", "/");
  await take(page, "library", "/library/pages");
  await take(page, "activity", "/activity");
  await take(page, "launch-shut", "/launch/stable");
  await take(page, "emergency", "/emergency");
}, { handle: "", ...LOOK });

await house.close();
await leave();
