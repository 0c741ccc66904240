/** Takes pictures of the site, to be looked at: `node screenshots.mjs OUT`. */

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { Lab } from "./test/lab.mjs";

const SIZES = { narrow: { width: 390, height: 844 }, wide: { width: 1280, height: 900 } };

const [out] = process.argv.slice(2);
if (!out) throw new Error("expected a folder: `node screenshots.mjs OUT`");
await mkdir(out, { recursive: true });
const lab = await Lab.open();
for (const locale of ["en", "es", "ar"]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"]) {
      await lab.visit(async (context) => {
        for (const name of ["index", "about", "get-help", "library"]) {
          const page = await lab.show(context, locale, name);
          await page.screenshot({ path: join(out, `${locale}-${name}-${size}-${colorScheme}.png`), fullPage: name !== "library" });
          await page.close();
        }
      }, { viewport, colorScheme });
    }
  }
}
await lab.close();
