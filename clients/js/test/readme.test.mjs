import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { mkdtemp, readFile, rm, symlink, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { HexaplaClient } from "../src/index.js";
import { Publisher } from "./kit.mjs";
import { greeting } from "./site.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const run = promisify(execFile);

/** A store as it is now, behind a URL. */
async function serve() {
  const publisher = new Publisher();
  publisher.now = Math.floor(Date.now() / 1000) * 1000;
  publisher.root({ days: 3650 });
  publisher.publish();
  const server = createServer((request, answer) => {
    const bytes = publisher.store.get(decodeURIComponent(request.url.slice(1)));
    answer.writeHead(bytes ? 200 : 404).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, root: publisher.store.get("stable/1.root.json"), store: `http://127.0.0.1:${server.address().port}` };
}

test("the build of the first page of instructions makes a copy to build in", async () => {
  const readme = await readFile(join(here, "README.md"), "utf8");
  const block = /```js\n(import \{ readFile, writeFile \}.*?)```/s.exec(readme)[1];
  const { server, root, store } = await serve();
  const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
  try {
    await mkdir(join(folder, "node_modules"));
    await symlink(here, join(folder, "node_modules/hexapla-client"));
    await writeFile(join(folder, "1.root.json"), root);
    await writeFile(join(folder, "build.mjs"), block.replace("https://l10n.example.org", store));
    await run("node", ["build.mjs"], { cwd: folder });
    const [pinned, builtIn] = await Promise.all(["root.json", "translations.json"].map(async (it) => JSON.parse(await readFile(join(folder, it)))));
    const client = await HexaplaClient.open({ store: "http://127.0.0.1:9", root: pinned, builtIn });
    assert.match(await greeting(client), /Hola/);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
});
