/**
 * Lets the client meet attacks that somebody else made: `node attacks.mjs DIR`.
 *
 * `DIR/index.json` is `[{"name","refusal","store","root","state","now","channel"}]`, with paths below
 * DIR. Each client first updates from the store `state`, where one is named, a minute before `now`,
 * and then from `store`. For each a line `{"name","refusal","version"}` is printed: the refusal that
 * it met, null where the store was accepted, and the version of the pointer that it shows.
 */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { HexaplaClient, memoryStorage } from "../src/index.js";
import { fetchFromFolder } from "./folder.mjs";

/** What a client meets in one attack. */
export async function meet(folder, { name, store, root, state, now, channel }) {
  const moment = Date.parse(now);
  if (Number.isNaN(moment)) throw new Error(`\`${name}\`: \`${now}\` is not a time`);
  const options = { store: "https://store.example", channel, root: await readFile(join(folder, root)), storage: memoryStorage() };
  const open = (place, clock) => HexaplaClient.open({ ...options, fetch: fetchFromFolder(join(folder, place)), now: () => clock });
  if (state) {
    const before = await open(state, moment - 60_000);
    await before.update().catch((error) => {
      throw new Error(`\`${name}\`: the state before was refused: ${error.message}`, { cause: error });
    });
    if (before.status.storage) throw before.status.storage;
  }
  let client;
  try {
    client = await open(store, moment);
    await client.update();
    return { name, refusal: null, version: client.status.version };
  } catch (error) {
    return { name, refusal: error.refusal ?? `${error}`, version: client?.status.version ?? null };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2];
  if (!folder) throw new Error("expected a folder: `node attacks.mjs DIR`");
  for (const attack of JSON.parse(await readFile(join(folder, "index.json"), "utf8"))) {
    console.log(JSON.stringify(await meet(folder, attack)));
  }
}
