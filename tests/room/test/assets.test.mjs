/** The scripts of the room are what is made of their sources. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { House, lackingProgram, unitAt } from "./lab.mjs";

const REVIEW = join(import.meta.dirname, "../../../crates/hexapla-review");
const ELEMENTS = join(REVIEW, "elements");
const asset = (name) => readFileSync(join(REVIEW, "assets", name));
const skip = existsSync(join(ELEMENTS, "node_modules")) ? false : "needs `npm ci` in the room's elements";

test("what is committed is what is built", { skip }, () => {
  const out = join(mkdtempSync(join(tmpdir(), "hexapla-")), "room.js");
  const args = ["esbuild", "room.ts", "--bundle", "--minify", "--format=esm", "--target=es2022", `--outfile=${out}`, "--log-level=error"];
  execFileSync("npx", ["--no-install", ...args], { cwd: ELEMENTS });
  assert.deepEqual(readFileSync(out), asset("room.js"), "run `npm run build` in crates/hexapla-review/elements");
  assert.deepEqual(readFileSync(join(ELEMENTS, "node_modules/htmx.org/dist/htmx.min.js")), asset("htmx.js"));
});

test("the first load of a unit's page is small", { skip: lackingProgram() }, async (t) => {
  const house = await House.example();
  const { rows } = await house.json("/api/queue/es");
  let most = 0;
  for (const { unit } of rows) {
    const page = await (await fetch(house.url + unitAt("es", unit))).text();
    most = Math.max(most, gzipSync(page).length);
  }
  const assets = ["room.css", "room.js", "htmx.js", "mark.svg"].map((name) => gzipSync(asset(name)).length);
  const all = most + assets.reduce((sum, it) => sum + it, 0);
  await house.close();
  t.diagnostic(`${all} bytes compressed`);
  assert.ok(all <= 60_000, `${all}`);
});
