/** What a page needs of a release. */

import { Words } from "./words.js";

/** The collections that the site shows; the library's files are fetched when the site is built. */
export const COLLECTIONS = ["helplines", "pages", "interviews", "library", "ui"];

const DOCUMENTS = COLLECTIONS.slice(0, 3);

/**
 * Reads what the pages of a locale show.
 *
 * @param {import("hexapla-client").HexaplaClient} client
 * @param {string} locale
 * @param {{ FluentBundle: any, FluentResource: any, direction: (locale: string) => string }} with_
 * @returns {Promise<object | null>} null where the messages are not here
 */
export async function readRelease(client, locale, { FluentBundle, FluentResource, direction }) {
  const bundle = client.bundle(locale, "ui", FluentBundle, FluentResource);
  if (!bundle) return null;
  const { version, release, as_of } = client.status;
  const languages = languagesOf(await unitsOf(client, `${locale}/ui.ftl`));
  const documents = (await Promise.all(DOCUMENTS.map((it) => readDocuments(client, locale, it)))).flat();
  const words = new Words(locale, bundle, languages, direction);
  return { locale, version, release, asOf: as_of, words, documents, library: await readLibrary(client, locale) };
}

/** What a release says of the units of a file; nothing where that is not here. */
const unitsOf = (client, path) => client.units(path).catch(() => []);

const keyOf = ({ unit }) => unit.slice(unit.indexOf("#") + 1);

/** The languages of what is in another than the file, by key. */
const languagesOf = (units) => Object.fromEntries(units.filter((it) => it.language).map((it) => [keyOf(it), it.language]));

const readList = async (client, locale, name) => {
  const path = `${locale}/${name}.json`;
  return client.files(locale, name).some((it) => it.path === path) ? JSON.parse(await client.text(path)) : [];
};

async function readDocuments(client, locale, collection) {
  const list = await readList(client, locale, collection);
  return Promise.all(list.map(async (it) => {
    const units = await unitsOf(client, it.files.source);
    const text = await client.text(it.files.html).catch(() => null);
    return { ...it, collection, text, languages: languagesOf(units), older: olderOf(units) };
  }));
}

/** How many texts are older than their source, and of what day the oldest of them is. */
function olderOf(units) {
  const stale = units.filter((it) => it.freshness === "stale");
  return { count: stale.length, from: stale.map((it) => it.made_from).filter(Boolean).sort()[0] };
}

async function readLibrary(client, locale) {
  const [items, units] = await Promise.all([readList(client, locale, "library"), unitsOf(client, `${locale}/library.json`)]);
  return items.map((it) => {
    const own = units.filter(({ unit }) => unit.startsWith(`library/${it.id}#`));
    return { ...it, languages: languagesOf(own), older: olderOf(own) };
  });
}
