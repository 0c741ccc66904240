import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const run = promisify(execFile);
const here = fileURLToPath(new URL("..", import.meta.url));
const built = join(here, "dist/hexapla-client.js");

test("the committed build is what the sources give", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
  try {
    const file = join(folder, "built.js");
    await run("npm", ["run", "build", "--silent", "--", `--outfile=${file}`, "--log-level=error"], { cwd: here });
    assert.equal(await readFile(built, "utf8"), await readFile(file, "utf8"), "run `npm run build`, and commit what it gives");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the build has at most 12 KB, compressed", async (t) => {
  const length = gzipSync(await readFile(built), { level: 9 }).length;
  t.diagnostic(`the client has ${length} bytes, compressed by gzip`);
  assert.ok(length <= 12_288, `${length} bytes`);
});

test("what is told to TypeScript is what is there", async () => {
  const [types, client] = [await readFile(join(here, "index.d.ts"), "utf8"), await import("../dist/hexapla-client.js")];
  const named = [...types.matchAll(/^export (?:class|function) (\w+)/gm)].map((it) => it[1]);
  assert.deepEqual(Object.keys(client).sort(), named.sort());
});
