/** Where a client keeps what it verified. Nothing that comes from there is believed. */

/** Keeps everything as long as the page is open. */
export function memoryStorage() {
  const held = new Map();
  return {
    read: async (name) => held.get(name),
    write: async (name, bytes) => void held.set(name, bytes),
    remove: async (name) => void held.delete(name),
    names: async () => [...held.keys()],
  };
}

/**
 * Keeps everything in the browser's Cache API, under a name that is one channel's alone.
 *
 * @param {string} name
 * @param {CacheStorage} [caches]
 * @returns {import("../index.d.ts").Storage}
 */
export function cacheStorage(name, caches = globalThis.caches) {
  // No such address exists; the Cache API wants one.
  const address = "https://hexapla.invalid/";
  const [own, locks] = [`hexapla ${name}`, globalThis.navigator?.locks];
  const cache = () => caches.open(own);
  return {
    async read(name) {
      const found = await (await cache()).match(address + name);
      return found && new Uint8Array(await found.arrayBuffer());
    },
    write: async (name, bytes) => (await cache()).put(address + name, new Response(bytes)),
    remove: async (name) => void (await (await cache()).delete(address + name)),
    names: async () => (await (await cache()).keys()).map((it) => it.url.slice(address.length)),
    lock: locks && ((work) => locks.request(own, work)),
  };
}
