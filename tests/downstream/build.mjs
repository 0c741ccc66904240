/**
 * Builds the site from a channel: `node build.mjs STORE ROOT OUT [CHANNEL]`.
 *
 * Each page stands there as it is released, so that it can be read without a script, and beside it the
 * release itself, which is shown until a newer one was verified.
 */

import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import { HexaplaClient, direction, serialise } from "hexapla-client";

import { COLLECTIONS, readRelease } from "./site/release.js";
import { file } from "./site/views.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = join(here, "../..");

/** What a browser loads, by where it lies. */
const PARTS = [
  ["site", join(here, "site")],
  ["lib/fluent", join(here, "node_modules/@fluent/bundle/esm")],
  ["lib/hexapla-client.js", join(repository, "clients/js/dist/hexapla-client.js")],
];

const IMAGES = join(repository, "source-content/pages/images");

async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/**
 * @param {{ store: string, root: string, out: string, channel?: string, now?: () => number, poll?: number }} options
 *   `poll` is how many seconds an open page waits before it asks for news
 */
export async function build({ store, root, out, channel = "preview", now = Date.now, poll = 60 }) {
  const client = await HexaplaClient.open({ store, root, channel, now });
  await client.update();
  const { locales } = client;
  for (const [to, from] of PARTS) await cp(from, join(out, to), { recursive: true });
  await cp(join(here, "site/worker.js"), join(out, "worker.js"));
  await write(join(out, "root.json"), JSON.stringify(root));
  await write(join(out, "site.json"), JSON.stringify({ store, channel, poll, ...(await parts(out)) }));
  for (const locale of locales) await buildLocale({ store, root, channel, now, out, locale, locales });
  for (const { path } of locales.flatMap((it) => client.files(it, "files"))) {
    if (path.endsWith(".html")) await write(join(out, path), await client.read(path));
  }
  return { locales };
}

/** What a page needs beside itself, to be kept for offline: in the folder of all, and in that of its locale. */
async function parts(out) {
  const loaded = (await readdir(out, { recursive: true })).filter((it) => /^(?:site|lib)\/.*\.(?:js|css)$/.test(it));
  const images = (await readdir(IMAGES)).map((it) => `images/${it}`);
  return { shared: ["root.json", "site.json", ...loaded], own: ["release.json", ...images] };
}

async function buildLocale({ out, locale, locales, ...options }) {
  const client = await HexaplaClient.open({ ...options, locales: [locale], collections: COLLECTIONS });
  await client.update();
  const release = await readRelease(client, locale, { FluentBundle, FluentResource, direction });
  for (const page of ["index", "library", ...release.documents.map((it) => it.id)]) {
    await write(join(out, locale, `${page}.html`), `${file(release, page, { locales, store: options.store })}`);
  }
  await write(join(out, locale, "release.json"), serialise(await client.snapshot()));
  for (const it of await readdir(IMAGES)) await cp(join(IMAGES, it), join(out, locale, "images", it));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [store, root, out, channel] = process.argv.slice(2);
  if (!out) throw new Error("expected a store, a root and a folder: `node build.mjs STORE ROOT OUT [CHANNEL]`");
  const { locales } = await build({ store, root: await readFile(root, "utf8"), out, channel });
  console.log(`built ${locales.length} locales into ${out}`);
}
