/** Where releases come from: a store behind a URL. */

import { urlPath } from "./path.js";
import { Refusal } from "./refusal.js";
import { within } from "./within.js";

/** A store behind a URL, none of whose answers is believed or waited for without end. */
export class Source {
  #store;
  #fetch;
  #timeout;

  /**
   * @param {string} store its address
   * @param {typeof globalThis.fetch} fetch
   * @param {number} timeout of one file, in milliseconds
   */
  constructor(store, fetch, timeout) {
    this.#store = store.replace(/\/+$/, "");
    this.#fetch = fetch;
    this.#timeout = timeout;
  }

  /**
   * The bytes of a file; null where there is none.
   *
   * @param {string} path below the store
   * @param {number} most how many bytes it may have; reading stops there
   * @returns {Promise<Uint8Array | null>}
   * @throws {Refusal} `length` or `unavailable`
   */
  async get(path, most) {
    const stop = new AbortController();
    try {
      return await within(this.#timeout, path, this.#read(path, most, stop.signal));
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal("unavailable", path, error.cause?.message ?? String(error.message ?? error));
    } finally {
      stop.abort();
    }
  }

  async #read(path, most, signal) {
    const url = `${this.#store}/${urlPath(path)}`;
    // Whatever a cache holds is asked about again, so that a wrong answer does not stay in it.
    const response = await this.#fetch(url, { signal, cache: "no-cache", credentials: "omit" });
    if (response.status === 404 || response.status === 410) return null;
    if (response.status !== 200) throw new Refusal("unavailable", path, `the store answered ${response.status}`);
    return response.body ? readAtMost(path, most, response.body.getReader()) : new Uint8Array();
  }
}

async function readAtMost(path, most, reader) {
  const chunks = [];
  let length = 0;
  for (let it = await reader.read(); !it.done; it = await reader.read()) {
    length += it.value.length;
    if (length > most) {
      reader.cancel().catch(() => {});
      throw new Refusal("length", path, `more than ${most} bytes`);
    }
    chunks.push(it.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
