import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { ATTACKS } from "./attack-list.mjs";
import { changed, published, time } from "./kit.mjs";

const run = promisify(execFile);
const script = (name) => fileURLToPath(new URL(name, import.meta.url));

async function write(folder, files) {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

async function within(work) {
  const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const linesOf = ({ stdout }) => stdout.trim().split("\n").map((it) => JSON.parse(it));

/** Writes an attack as somebody else would; gives its line of the index. */
async function writeAttack(folder, at, { name, refusal, act, twiceKnown, now, before }) {
  const publisher = published();
  before(publisher);
  if (twiceKnown) publisher.publish({ edit: { es: () => {} } });
  const version = publisher.versions.timestamp;
  await write(join(folder, `${at}/state`), publisher.store);
  await write(folder, [[`${at}/root.json`, publisher.store.get("stable/1.root.json")]]);
  act(publisher);
  await write(join(folder, `${at}/store`), publisher.store);
  const index = { name, refusal, store: `${at}/store`, root: `${at}/root.json`, state: `${at}/state`, now: time(now), channel: "stable" };
  return { index, expected: { name, refusal, version } };
}

test("the runner meets attacks that lie in folders", () => within(async (folder) => {
  const made = [];
  for (const [at, attack] of ATTACKS.entries()) made.push(await writeAttack(folder, at, attack));
  const good = published().publish({ files: changed() });
  await write(join(folder, "good"), good.store);
  const accepted = { name: "none", refusal: null, store: "good", root: "good/stable/1.root.json", now: time(good.now), channel: "stable" };
  const rootless = { ...accepted, name: "no root", root: "good/stable/timestamp.json" };
  await writeFile(join(folder, "index.json"), JSON.stringify([...made.map((it) => it.index), accepted, rootless]));
  const lines = linesOf(await run("node", [script("attacks.mjs"), folder]));
  assert.deepEqual(lines, [...made.map((it) => it.expected), { name: "none", refusal: null, version: 2 }, { name: "no root", refusal: "format", version: null }]);
}));

test("the runner fails where the state before is refused", () => within(async (folder) => {
  const good = published();
  await write(join(folder, "good"), good.store);
  const line = { name: "late", refusal: null, store: "good", root: "good/stable/1.root.json", state: "good", now: "2036-01-01T00:00:00Z", channel: "stable" };
  await writeFile(join(folder, "index.json"), JSON.stringify([line]));
  await assert.rejects(run("node", [script("attacks.mjs"), folder]), /the state before was refused/);
}));

test("what Fluent makes of files is shown", () => within(async (folder) => {
  await write(folder, [
    ["es/a/ui.ftl", "-brand = Hexapla\nhello = Hola { $name }, { -brand }\n    .title = { $count ->\n        [one] una\n       *[other] { $count } cosas\n    }\nlost = { $nobody }\n"],
    ["ar/ui.ftl", "only =\n    .alt = { NUMBER($count) }\n"],
    ["args.json", '{"name":"Ana","count":1200}'],
  ]);
  const found = await run("node", [script("format.mjs"), folder, join(folder, "args.json")]);
  assert.equal(found.stderr, "es/a/ui.ftl: `lost`: ReferenceError: Unknown variable: $nobody\n");
  assert.deepEqual(linesOf(found), [
    { file: "ar/ui.ftl", id: "only.alt", text: new Intl.NumberFormat("ar").format(1200) },
    { file: "es/a/ui.ftl", id: "hello", text: "Hola Ana, Hexapla" },
    { file: "es/a/ui.ftl", id: "hello.title", text: "1200 cosas" },
    { file: "es/a/ui.ftl", id: "lost", text: "{$nobody}" },
  ]);
}));
