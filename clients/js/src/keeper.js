/** Keeps what was verified, and believes nothing that it kept. */

import { Refusal } from "./refusal.js";
import { laterOf, readState, writeState } from "./state.js";
import { requireBytes } from "./trusted.js";
import { within } from "./within.js";

const STATE = "state";

/** Of each storage without a lock of its own, the last work that was begun. */
const queues = new WeakMap();

/** A storage none of whose calls is waited for without end. */
function bounded(storage, timeout) {
  const call = (name) => (...given) => within(timeout, "storage", Promise.resolve(storage[name]?.(...given)));
  const calls = ["read", "write", "remove", "names"].map((it) => [it, call(it)]);
  return { ...Object.fromEntries(calls), alone: (work) => alone(storage, timeout, work) };
}

/** Does work while no other client of the storage does such; for that it waits, but not without end. */
async function alone(storage, timeout, work) {
  let end;
  const ended = new Promise((it) => (end = it));
  const lock = storage.lock ? (it) => storage.lock(it) : (it) => inTurn(storage, it);
  try {
    await within(timeout, "storage", new Promise((begin, fail) => lock(() => (begin(), ended)).catch(fail)));
    return await work();
  } finally {
    end();
  }
}

function inTurn(storage, work) {
  const turn = (queues.get(storage) ?? Promise.resolve()).then(work);
  queues.set(storage, turn);
  return turn;
}

/** A storage that may be missing, full, broken or poisoned. */
export class Keeper {
  #storage;
  /** Why the storage failed last; null where it did not. */
  error = null;

  /**
   * @param {import("../index.d.ts").Storage | undefined} storage
   * @param {number} timeout of one call, in milliseconds
   */
  constructor(storage, timeout) {
    this.#storage = storage && bounded(storage, timeout);
  }

  /** What `work` gives; nothing where there is no storage or it failed, which is told. */
  async #tried(work) {
    try {
      return this.#storage && (await work(this.#storage));
    } catch (error) {
      this.error = error;
      // What does not answer once is not asked again.
      if (error.refusal === "unavailable") this.#storage = undefined;
      return undefined;
    }
  }

  /**
   * What was believed last, verified again; nothing where nothing is kept.
   *
   * @throws {Refusal} `state` where it is damaged
   */
  async state(pinned) {
    const bytes = await this.#tried((it) => it.read(STATE));
    return bytes == null ? undefined : readState(bytes, pinned);
  }

  /** The bytes of a file; nothing where they are not kept, or are others. */
  async file(file) {
    const found = await this.#tried((it) => it.read(file.sha256));
    if (!ArrayBuffer.isView(found)) return undefined;
    const bytes = new Uint8Array(found);
    return requireBytes(file.path, file, bytes).then(() => bytes, () => undefined);
  }

  keepFile(file, bytes) {
    return this.#tried((it) => it.write(file.sha256, bytes));
  }

  /**
   * Keeps a release, unless somebody else kept a later one: its files first, then the state at once;
   * then what nothing names is removed.
   */
  async keep(trusted, content, pinned) {
    if (this.#storage) this.error = null;
    await this.#tried((storage) => storage.alone(() => this.#replace(storage, trusted, content, pinned)));
  }

  async #replace(storage, trusted, content, pinned) {
    if (await this.#isBehind(trusted, pinned)) return;
    for (const [sha256, bytes] of content) {
      const file = { path: sha256, length: bytes.length, sha256 };
      if (!(await this.file(file))) await storage.write(sha256, bytes);
    }
    await storage.write(STATE, new TextEncoder().encode(await writeState(trusted)));
    await sweep(storage, trusted);
  }

  /** Whether somebody else, such as another tab, kept a later release meanwhile. */
  async #isBehind(trusted, pinned) {
    const kept = await this.state(pinned).catch(refusedState);
    return kept !== undefined && (await laterOf(trusted, kept)) !== trusted;
  }

  /** Forgets what is believed. */
  reset() {
    return this.#tried((it) => it.remove(STATE));
  }
}

/** Removes what the release does not name. */
async function sweep(storage, trusted) {
  const named = new Set([STATE, ...trusted.files.map((it) => it.sha256)]);
  for (const name of (await storage.names()) ?? []) if (!named.has(name)) await storage.remove(name);
}

function refusedState(error) {
  if (error instanceof Refusal) return undefined;
  throw error;
}
