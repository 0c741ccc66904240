import assert from "node:assert/strict";
import { test } from "node:test";

import { HexaplaClient, Refusal, memoryStorage } from "../src/index.js";
import { NOW, Publisher, changed, fetchFrom, newKey, published, sha256 } from "./kit.mjs";
import { random } from "./random.mjs";

const TIMES = 200;

/** A client that knows the first release of a publisher, and reads from `store` from then on. */
async function knowing(publisher) {
  let store = new Map(publisher.store);
  const storage = memoryStorage();
  const options = { root: store.get("stable/1.root.json"), store: "https://store.example", storage, now: () => NOW };
  const client = await HexaplaClient.open({ ...options, fetch: fetchFrom(() => store) });
  await client.update();
  const kept = await storage.read("state");
  return { client, kept, options, read: (it) => (store = it) };
}

/** Two releases and two roots, and a client that knows the first. */
async function twoReleases() {
  const publisher = new Publisher();
  // Of two signatures one would be enough, so that a change of the other says nothing.
  publisher.keys.root.pop();
  publisher.root();
  publisher.publish();
  const known = await knowing(publisher);
  publisher.root();
  publisher.publish({ files: changed() });
  return { publisher, ...known };
}

async function refusalOf(work, what) {
  const error = await work.then(() => null, (it) => it);
  assert.ok(error === null || error instanceof Refusal, `${what}: ${error?.stack}`);
  return error?.refusal ?? null;
}

test("law 10: a changed byte of anything is refused", async () => {
  const { publisher, options, kept } = await twoReleases();
  const names = [...publisher.store.keys()].filter((it) => /^stable\/(?:2\.|timestamp)/.test(it));
  for (let seed = 0; seed < TIMES; seed += 1) {
    const chance = random(seed);
    const name = chance.pick(names);
    const bytes = Buffer.from(publisher.store.get(name));
    const at = chance.below(bytes.length);
    bytes[at] ^= 1 + chance.below(255);
    if (bytes.toString().trimEnd() === publisher.store.get(name).toString().trimEnd()) continue;
    const storage = memoryStorage();
    await storage.write("state", kept);
    const client = await HexaplaClient.open({ ...options, storage, fetch: fetchFrom(() => new Map(publisher.store).set(name, bytes)) });
    assert.notEqual(await refusalOf(client.update(), name), null, `${name} at ${at}`);
  }
});

test("law 10: a changed byte of the state is refused", async () => {
  const { options, kept } = await twoReleases();
  for (let seed = 0; seed < TIMES; seed += 1) {
    const chance = random(seed);
    const bytes = Buffer.from(kept);
    const at = chance.below(bytes.length);
    bytes[at] ^= 1 + chance.below(255);
    const storage = memoryStorage();
    await storage.write("state", bytes);
    const client = await HexaplaClient.open({ ...options, storage });
    assert.equal(await refusalOf(client.update(), at), "state", `at ${at}`);
    assert.equal(client.status.version, null);
  }
});

test("state that was written by another is verified", async () => {
  const { options, kept } = await twoReleases();
  const body = Buffer.from(kept).toString().split("\n").slice(1).join("\n");
  const forge = (text) => Buffer.from(`hexapla-trust 1 ${sha256(text)}\n${text}`);
  const forgeries = [body.replace(/2026-03-18/g, "2036-03-18"), body.replace(/"targets":"/, '"other":"'), '{"channel":"stable"}\n', "[]\n", "{}", "no"];
  for (const text of [body, ...forgeries]) {
    const storage = memoryStorage();
    await storage.write("state", forge(text));
    const client = await HexaplaClient.open({ ...options, storage });
    const told = client.status.error?.refusal;
    assert.equal(told, text === body ? "missing" : "state", text.slice(0, 80));
  }
});

test("any bytes are taken without another error than a refusal", async () => {
  const { publisher, client, read } = await twoReleases();
  for (let seed = 0; seed < TIMES; seed += 1) {
    const chance = random(seed);
    const letters = Array.from({ length: chance.below(80) }, () => chance.pick('[]{}",:0-9azé.\\u\u0000\n'.split("")));
    const name = chance.pick(["stable/timestamp.json", "stable/2.root.json"]);
    read(new Map(publisher.store).set(name, Buffer.from(letters.join(""))));
    assert.equal(await refusalOf(client.update(), seed), "format");
  }
});

const NONSENSE = [
  null, true, 0, -1, Number.MAX_SAFE_INTEGER, "", "../es", "__proto__", "9999-12-31T23:59:59Z", "0".repeat(64), [], [[]], [{}], {}, { a: { b: 1 } },
];

/** Every place in a value, as the way there. */
function places(value, way = []) {
  const inner = value && typeof value === "object" ? Object.entries(value) : [];
  return [way, ...inner.flatMap(([name, it]) => places(it, [...way, name]))].filter((it) => it.length > 0);
}

function put(value, way, other) {
  const [last, ...rest] = [...way].reverse();
  rest.reverse().reduce((it, name) => it[name], value)[last] = other;
}

/** Whoever has the keys may sign anything. */
test("nonsense that is signed is believed or refused, and never another error", async (t) => {
  const told = new Map();
  for (let seed = 0; seed < TIMES; seed += 1) {
    const chance = random(seed);
    const publisher = published();
    const { client, read } = await knowing(publisher);
    const role = chance.pick(["root", "timestamp", "snapshot", "targets", "es"]);
    const edit = (signed) => put(signed, chance.pick(places(signed)), chance.pick(NONSENSE));
    publisher.root(role === "root" ? { edit } : {});
    publisher.publish({ files: changed(), edit: role === "root" ? {} : { [role]: edit } });
    read(publisher.store);
    const refusal = await refusalOf(client.update(), `${role} ${seed}`);
    told.set(refusal, (told.get(refusal) ?? 0) + 1);
    assert.equal(client.status.version, refusal ? 1 : 2);
  }
  assert.ok(told.get("format") > TIMES / 3);
  t.diagnostic(JSON.stringify(Object.fromEntries(told)));
});

test("no more than 64 roots are followed at once", async () => {
  const publisher = published();
  const { client, read } = await knowing(publisher);
  for (let more = 0; more < 70; more += 1) publisher.root();
  const asked = [];
  read({ get: (path) => (asked.push(path), publisher.store.get(path)) });
  await client.update();
  assert.equal(asked.filter((it) => it.endsWith(".root.json")).length, 64);
  asked.length = 0;
  await client.update();
  assert.equal(asked.filter((it) => it.endsWith(".root.json")).length, 7);
});

test("roots are followed by thresholds of the former and of their own", async () => {
  const publisher = published();
  const { client, read } = await knowing(publisher);
  publisher.keys.root = [newKey(), newKey(), newKey()];
  publisher.thresholds = { root: 2 };
  publisher.root();
  const [a, b] = publisher.keys.root;
  publisher.root({ signers: [a, b] });
  read(publisher.store);
  await client.update();
  publisher.root({ signers: [a] });
  assert.equal(await refusalOf(client.update()), "signature");
});

test("a length that is just allowed is read, and not a byte more", async () => {
  const { publisher, client, read } = await twoReleases();
  const padded = (length) => Buffer.concat([publisher.store.get("stable/timestamp.json"), Buffer.alloc(length, " ")]).subarray(0, length);
  read(new Map(publisher.store).set("stable/timestamp.json", padded(16 * 1024 + 1)));
  assert.equal(await refusalOf(client.update()), "length");
  read(new Map(publisher.store).set("stable/timestamp.json", padded(16 * 1024)));
  assert.equal(await refusalOf(client.update()), null);
});

test("an endless answer is not read further than may be", async () => {
  const root = published().store.get("stable/1.root.json");
  let [read, cancelled] = [0, false];
  const pull = (to) => {
    read += 1024;
    to.enqueue(Buffer.alloc(1024, " "));
  };
  const endless = () => new ReadableStream({ pull, cancel: () => (cancelled = true) });
  const fetch = async () => new Response(endless());
  const client = await HexaplaClient.open({ store: "https://store.example", root, fetch });
  assert.equal(await refusalOf(client.update()), "length");
  assert.ok(cancelled);
  assert.ok(read <= 512 * 1024 + 4096, `${read}`);
});
