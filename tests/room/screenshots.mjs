/** Takes pictures of the room, to be looked at: `node screenshots.mjs OUT`. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { House, leave, unitAt, visit } from "./test/lab.mjs";

const SIZES = { narrow: { width: 390, height: 844 }, wide: { width: 1280, height: 860 } };

const [out] = process.argv.slice(2);
if (!out) throw new Error("expected a folder: `node screenshots.mjs OUT`");
await mkdir(out, { recursive: true });
const house = await House.example();
for (const [language, locale] of [["en", "es"], ["ar", "ar"], ["en", "th"]]) {
  const { rows } = await house.json(`/api/queue/${locale}`);
  const stale = rows.find((it) => it.need === "stale") ?? rows[0];
  const message = rows.find((it) => it.unit.startsWith("ui/")) ?? rows[0];
  const pages = {
    coverage: "/",
    queue: `/queue/${locale}`,
    unit: unitAt(locale, stale.unit),
    message: unitAt(locale, message.unit),
    document: `/document/${locale}?resource=${stale.unit.split("#")[0]}`,
    library: "/library/library",
    launch: "/launch/stable",
    activity: "/activity",
  };
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"]) {
      await visit(house, async (page) => {
        for (const [name, path] of Object.entries(pages)) {
          await page.goto(path);
          await page.screenshot({ path: join(out, `${language}-${locale}-${name}-${size}-${colorScheme}.png`), fullPage: name !== "document" });
        }
      }, { viewport, colorScheme, locale: language });
    }
  }
}
await house.close();
await leave();
