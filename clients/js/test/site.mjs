/** A site that shows what a publisher wrote. */

import { HexaplaClient } from "../src/index.js";
import { NOW, fetchFrom, published } from "./kit.mjs";

/** A `fetch` of a store that cannot be reached. */
export const refused = () => Promise.reject(new TypeError("refused"));

/** A publisher, and a way to open clients of its store. */
export function site(publisher = published()) {
  const asked = [];
  const answer = fetchFrom(() => publisher.store);
  const fetch = (url, ...more) => {
    asked.push(decodeURIComponent(new URL(url).pathname.slice(1)));
    return answer(url, ...more);
  };
  const root = publisher.store.get("stable/1.root.json");
  const open = (more) => HexaplaClient.open({ store: "https://store.example/", root, fetch, now: () => NOW, ...more });
  return { publisher, asked, root, open };
}

/** A client after an update. */
export async function updated(open, options) {
  const client = await open(options);
  await client.update();
  return client;
}

/** What a reader is shown. */
export const greeting = (client) => client.text("es/ui.ftl");
