/** Law: of clients that share a storage none loses what another kept, and none takes it back. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { HexaplaClient, memoryStorage } from "../src/index.js";
import { NOW, changed, fetchFrom, published } from "./kit.mjs";
import { random } from "./random.mjs";
import { refused } from "./site.mjs";

const SEEDS = 120;
const RELEASES = 4;

/** Lets one waiting call after another happen, in an order that a seed decides. */
class Turns {
  #waiting = [];
  taken = 0;

  constructor(seed) {
    this.chance = random(seed);
  }

  /** A storage each of whose calls waits for its turn; locks are those of `inner`. */
  storage(inner) {
    const call = (name) => (...given) => new Promise((done) => this.#waiting.push(() => done(inner[name](...given))));
    const calls = ["read", "write", "remove", "names"].map((it) => [it, call(it)]);
    return { ...Object.fromEntries(calls), lock: inner.lock };
  }

  /** Plays until all of the work is done. */
  async play(work, after) {
    let isDone = false;
    const all = Promise.all(work).finally(() => (isDone = true));
    while (!isDone) {
      if (this.#waiting.length > 0) {
        const [call] = this.#waiting.splice(this.chance.below(this.#waiting.length), 1);
        call();
        this.taken += 1;
        await after(this.taken);
      }
      await new Promise((it) => setImmediate(it));
    }
    return all;
  }
}

/** Locks by name, as a browser has them for all of its tabs. */
function locks() {
  let last = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };
}

/** The stores as they were after each release, and the root. */
function history() {
  const publisher = published();
  const stores = [new Map(publisher.store)];
  while (stores.length < RELEASES) stores.push(new Map(publisher.publish({ files: changed(undefined, `Hola ${stores.length}`) }).store));
  return { stores, root: publisher.store.get("stable/1.root.json") };
}

const { stores, root } = history();
const options = { store: "https://store.example", root, now: () => NOW };

/** A tab that updates a few times and is opened again, from a store that goes on by chance. */
async function browse(storage, chance) {
  let [at, last] = [chance.below(RELEASES), 0];
  const open = () => HexaplaClient.open({ ...options, storage, fetch: (...it) => fetchFrom(() => stores[at])(...it) });
  let client = await open();
  for (let times = 0; times < 4; times += 1) {
    at = Math.min(RELEASES - 1, at + chance.below(3));
    // What another tab kept may be later than what this store has; then that stays.
    if (chance.below(2) > 0) await client.update().catch((error) => assert.equal(error.refusal, "rollback"));
    else client = await open();
    const { version, missing, storage: failed } = client.status;
    assert.deepEqual({ missing, failed }, { missing: [], failed: null });
    assert.ok(version >= last, `a tab went back from ${last} to ${version}`);
    last = version ?? 0;
  }
  return last;
}

/** The version that is kept, whole. */
async function kept(inner) {
  const client = await HexaplaClient.open({ ...options, storage: inner, fetch: refused });
  assert.equal(client.status.error, null);
  assert.deepEqual(client.status.missing, []);
  return client.status.version ?? 0;
}

async function interleave(seed) {
  const turns = new Turns(seed);
  const inner = { ...memoryStorage(), lock: locks() };
  const tabs = Array.from({ length: 2 + (seed % 2) }, () => browse(turns.storage(inner), turns.chance));
  let last = 0;
  // Whoever opens the site now, when all of the others are cut off, sees a whole release.
  const look = async (taken) => {
    if (taken % 5 > 0) return;
    const now = await kept(inner);
    assert.ok(now >= last, `seed ${seed}: ${now} after ${last}`);
    last = now;
  };
  const versions = await turns.play(tabs, look);
  assert.equal(await kept(inner), Math.max(...versions), `seed ${seed}`);
  return { taken: turns.taken, tabs: tabs.length };
}

test("law: tabs that share a storage neither lose a release nor go back", async (t) => {
  let [taken, tabs] = [0, 0];
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const found = await interleave(seed);
    [taken, tabs] = [taken + found.taken, tabs + found.tabs];
  }
  assert.ok(taken > SEEDS * 20, `${taken}`);
  t.diagnostic(`${SEEDS} interleavings of ${tabs} tabs, ${taken} calls of storages`);
});

test("clients that hold one storage take turns where it has no lock", async () => {
  const storage = memoryStorage();
  let [inside, most] = [0, 0];
  const slow = (call) => async (...given) => {
    if (given[0] !== "state") return call(...given);
    most = Math.max(most, (inside += 1));
    await new Promise((it) => setTimeout(it, 5));
    inside -= 1;
    return call(...given);
  };
  const shared = { ...storage, write: slow(storage.write) };
  const open = (at) => HexaplaClient.open({ ...options, storage: shared, fetch: fetchFrom(() => stores[at]) });
  const clients = await Promise.all(stores.map((_, at) => open(at)));
  await Promise.all(clients.map((it) => it.update()));
  assert.equal(most, 1);
  assert.equal(await kept(storage), RELEASES);
});

test("a lock that never comes does not hold up a client, and is given back when it comes late", async () => {
  const inner = memoryStorage();
  let grant;
  const lock = (work) => new Promise((done) => (grant = () => done(work())));
  const client = await HexaplaClient.open({ ...options, storage: { ...inner, lock }, timeout: 30, fetch: fetchFrom(() => stores[0]) });
  assert.equal(await client.update(), true);
  assert.equal(client.status.storage.refusal, "unavailable");
  const held = Promise.resolve(grant()).then(() => "given back");
  assert.equal(await Promise.race([held, new Promise((it) => setTimeout(it, 500, "held"))]), "given back");
  assert.deepEqual(await inner.names(), []);
});
