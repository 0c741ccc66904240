import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { HexaplaClient, memoryStorage } from "../src/index.js";
import { DAY, NOW, changed, published } from "./kit.mjs";

const YEARS = 3650 * DAY;

/** How a server answers; each gets the request's path, the true bytes and the answer to fill. */
const ANSWERS = {
  plain: (_, bytes, answer) => answer.writeHead(bytes ? 200 : 404).end(bytes),
  silent: () => {},
  failing: (_, __, answer) => answer.writeHead(500).end("sorry"),
  pointerless: (path, bytes, answer) => ANSWERS.plain(path, path.endsWith("/timestamp.json") ? undefined : bytes, answer),
  truncated: (_, bytes, answer) => {
    answer.writeHead(bytes ? 200 : 404, { "content-length": (bytes?.length ?? 0) + 9 });
    answer.write(bytes ?? "no");
    setTimeout(() => answer.destroy(), 5);
  },
  endless: (path, bytes, answer) => {
    if (!path.endsWith("/timestamp.json")) return ANSWERS.plain(path, bytes, answer);
    answer.writeHead(200);
    const more = () => answer.destroyed || (answer.write(Buffer.alloc(65_536, " ")), setImmediate(more));
    more();
  },
  dripping: (path, bytes, answer) => {
    if (!bytes) return ANSWERS.plain(path, bytes, answer);
    answer.writeHead(200);
    const drip = (at) => answer.destroyed || (answer.write(bytes.subarray(at, at + 1)), setTimeout(drip, 20, at + 1));
    drip(0);
  },
  portal: (_, __, answer) => answer.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Log in</title>"),
  corrupted: (path, bytes, answer) => ANSWERS.plain(path, path.startsWith("targets/") ? bytes?.map((it) => it ^ 1) : bytes, answer),
};

let server;
let base;
let answer = ANSWERS.plain;
let store = new Map();

before(async () => {
  server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.slice(1));
    answer(path, store.get(path), response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

const broken = (names) => (storage) => {
  const fail = async () => {
    throw new DOMException("there is no room", "QuotaExceededError");
  };
  return { ...storage, ...Object.fromEntries(names.map((it) => [it, fail])) };
};

const poison = async (storage) => {
  for (const name of [...(await storage.names()), "state"]) await storage.write(name, Buffer.from("poison"));
};

/** What happens: `shown` is the newest where the outage does not keep the store from being read. */
const OUTAGES = [
  { name: "refused", refusal: "unavailable", store: "http://127.0.0.1:9" },
  { name: "timeout", refusal: "unavailable", answer: ANSWERS.silent, timeout: 150 },
  { name: "500", refusal: "unavailable", answer: ANSWERS.failing },
  { name: "404 on the pointer", refusal: "missing", answer: ANSWERS.pointerless },
  { name: "truncated", refusal: "unavailable", answer: ANSWERS.truncated },
  { name: "endless", refusal: "length", answer: ANSWERS.endless },
  { name: "slow drip", refusal: "unavailable", answer: ANSWERS.dripping, timeout: 150 },
  { name: "portal", refusal: "format", answer: ANSWERS.portal },
  { name: "corrupted content", refusal: "hash", answer: ANSWERS.corrupted },
  { name: "expired pointer", refusal: "expired", clocks: [NOW + 7 * DAY] },
  { name: "clock ten years off", refusal: "expired", clocks: [NOW + YEARS, NOW - YEARS] },
  { name: "storage gone", refusal: null, storage: broken(["read", "write", "remove", "names"]) },
  { name: "storage poisoned", refusal: "state", poison },
  { name: "storage full", refusal: null, storage: broken(["write"]) },
];

/** What a client has before: nothing; the first release, stored; that, and the second built in. */
const HAVING = {
  fresh: { stored: false, builtIn: false, version: null },
  cached: { stored: true, builtIn: false, version: 1 },
  "newer built-in copy": { stored: true, builtIn: true, version: 2 },
};

/** Three releases by one publisher, the storage after the first, a copy of the second. */
async function history({ stored, builtIn }) {
  const publisher = published();
  const root = publisher.store.get("stable/1.root.json");
  const [storage, now] = [memoryStorage(), () => NOW - 60_000];
  [store, answer] = [publisher.store, ANSWERS.plain];
  const options = { store: base, root, now };
  if (stored) await (await HexaplaClient.open({ ...options, storage })).update();
  publisher.publish({ files: changed(undefined, "Buenas") });
  const builder = await HexaplaClient.open(options);
  await builder.update();
  const copy = builtIn ? await builder.snapshot() : undefined;
  publisher.publish({ files: changed(undefined, "Saludos") });
  return { root, storage, builtIn: copy };
}

const WORDS = { 1: /^hello = Hola/, 2: /^hello = Buenas/, 3: /^hello = Saludos/ };

async function requireShown(client, version) {
  assert.equal(client.status.version, version);
  assert.deepEqual(client.locales, version ? ["ar", "es"] : []);
  if (version) assert.match(await client.text("es/ui.ftl"), WORDS[version]);
}

/** Plays an outage at one clock; gives what was shown. */
async function play(outage, having, clock) {
  const { root, storage, builtIn } = await history(having);
  await outage.poison?.(storage);
  const held = outage.storage?.(storage) ?? storage;
  const open = (more) => HexaplaClient.open({ store: base, root, builtIn, storage: held, now: () => clock, ...more });
  answer = outage.answer ?? ANSWERS.plain;
  const client = await open({ store: outage.store ?? base, timeout: outage.timeout });
  const error = await client.update().then(() => null, (it) => it);
  const refusal = clock < NOW ? null : outage.refusal;
  assert.equal(error?.refusal ?? null, refusal, error?.stack);
  const stays = outage.poison && !having.builtIn ? null : having.version;
  await requireShown(client, refusal ? stays : 3);
  assert.equal(client.status.error, error);
  assert.equal(client.status.storage === null, !outage.storage);
  if (outage.poison) await client.reset();
  answer = ANSWERS.plain;
  const later = outage.poison ? client : await open({ now: () => NOW });
  await later.update();
  await requireShown(later, 3);
  return { refusal, version: refusal ? stays : 3 };
}

const rows = [];
for (const outage of OUTAGES) {
  for (const [name, having] of Object.entries(HAVING)) {
    test(`outage: ${outage.name}, ${name}`, async () => {
      for (const clock of outage.clocks ?? [NOW]) {
        const { refusal, version } = await play(outage, having, clock);
        rows.push({ outage: outage.name, having: name, clock: new Date(clock).getUTCFullYear(), refusal, shows: version });
      }
    });
  }
}

test("the matrix is whole", (t) => {
  const cells = new Set(rows.map((it) => `${it.outage}, ${it.having}`));
  assert.equal(cells.size, 42);
  for (const { outage, having, clock, refusal, shows } of rows) {
    t.diagnostic(`${outage} (${clock}), ${having}: ${refusal ?? "accepted"}, shows ${shows ?? "the page's own text"}`);
  }
  t.diagnostic(`${cells.size} cells of outages`);
});
