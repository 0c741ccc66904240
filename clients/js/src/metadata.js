/** What each role says. */

import { readAuthority, readKeys } from "./authority.js";
import { isSha256 } from "./key.js";
import { isLocale } from "./locale.js";
import { collision, isPath } from "./path.js";
import { Refusal } from "./refusal.js";
import { CONTENT, LARGEST_FILE, isChannel, kind } from "./role.js";

/** What Hexapla adds to the metadata of others. */
const OWN = "x-hexapla";

/** What stands at the head of all metadata: its version, and until when it is good. */
export function readHead(signed, role) {
  const spec = signed.text("spec_version");
  const [first] = spec.split(".");
  const major = /^\+?\d{1,19}$/.test(first) ? Number(first) : 0;
  if (major > 1) throw new Refusal("version", signed.file, `TUF ${spec.slice(0, 40)}, 1 is known`);
  if (major !== 1) throw signed.wrong("spec_version", "`1.0`");
  if (signed.text("_type") !== kind(role)) throw signed.wrong("_type", `\`${kind(role)}\``);
  return { expires: signed.time("expires"), version: signed.number("version", 1) };
}

function channelOf(signed) {
  const channel = signed.object(OWN).text("channel");
  if (!isChannel(channel)) throw signed.wrong(OWN, "the name of a channel");
  return channel;
}

function hashOf(fields) {
  const hash = fields.object("hashes").text("sha256");
  if (!isSha256(hash)) throw fields.wrong("hashes", "64 hexadecimal digits");
  return hash;
}

/** How one metadata file names another: exactly these bytes, of this version. */
const readEntry = (fields) => ({
  version: fields.number("version", 1),
  length: fields.number("length", 0),
  sha256: hashOf(fields),
});

async function readRoot(signed) {
  signed.requireTrue("consistent_snapshot");
  const keys = await readKeys(signed.object("keys"));
  const roles = signed.object("roles");
  const named = ["root", "timestamp", "snapshot", "targets"];
  return { roles: new Map(named.map((it) => [it, readAuthority(roles.object(it), keys)])) };
}

const readPointer = (signed) => ({
  snapshot: readEntry(signed.object("meta").object("snapshot.json")),
  channel: channelOf(signed),
});

function readSnapshot(signed) {
  const meta = signed.object("meta");
  const targets = readEntry(meta.object("targets.json"));
  const locales = new Map();
  for (const [name, fields] of meta.objects()) {
    if (name === "targets.json") continue;
    const locale = name.replace(/\.json$/, "");
    if (locale === name || !isLocale(locale)) throw meta.wrong(name, "the file of a locale");
    locales.set(locale, readEntry(fields));
  }
  return { targets, locales, channel: channelOf(signed) };
}

/** Who vouches for the files of a locale, and in how many folders those can lie. */
function readDelegation(fields, keys) {
  const locale = fields.text("name");
  if (!isLocale(locale)) throw fields.wrong("name", "a locale");
  fields.requireTrue("terminating");
  const folders = fields.texts("paths").map((it) => it.startsWith(locale) && it.slice(locale.length));
  if (!folders.every((it) => it && /^(?:\/\*){1,64}$/.test(it))) throw fields.wrong("paths", `\`${locale}/*\``);
  const depths = new Set(folders.map((it) => it.length / 2));
  return [locale, { authority: readAuthority(fields, keys), depths }];
}

async function readTargets(signed) {
  if (signed.object("targets").entries.size > 0) throw signed.wrong("targets", "no file");
  const own = signed.object(OWN);
  if (!isSha256(own.text("release"))) throw own.wrong("release", "64 hexadecimal digits");
  const [name, asOf] = [own.text("name"), own.time("as_of")];
  const channels = own.texts("channels");
  const delegations = signed.object("delegations");
  const keys = await readKeys(delegations.object("keys"));
  const roles = delegations.arrayOfObjects("roles").map((it) => readDelegation(it, keys));
  const locales = new Map(roles);
  if (locales.size < roles.length) throw delegations.wrong("roles", "each locale once");
  return { channel: channelOf(signed), name, release: own.text("release"), asOf, channels, locales };
}

/** What is vouched for of a file. */
function readFile(path, fields, locale) {
  const shown = JSON.stringify(path.slice(0, 200));
  if (!isPath(path)) throw new Refusal("path", fields.file, `${shown} is no path of a release`);
  if (!path.startsWith(`${locale}/`)) throw new Refusal("path", path, `it leaves the folder of \`${locale}\``);
  const length = fields.number("length", 0);
  if (length > LARGEST_FILE) throw new Refusal("length", path, `${length} bytes are more than it may have`);
  const collection = fields.object("custom").text("collection");
  return { path, length, sha256: hashOf(fields), collection, locale };
}

function readLocaleFiles(signed, locale) {
  const named = signed.object("targets").objects();
  const files = new Map(named.map(([path, fields]) => [path, readFile(path, fields, locale)]));
  const alike = collision([...files.keys()]);
  if (alike !== undefined) throw new Refusal("path", alike, "another file takes its place on some system");
  const coverage = readCoverage(signed.object(OWN).object("coverage"));
  return { files, coverage, channel: channelOf(signed) };
}

/** How many units and words, by collection and name of freshness. */
function readCoverage(fields) {
  const count = (it) => ({ units: it.number("units", 0), words: it.number("words", 0) });
  const counts = ([name, by]) => [name, new Map(by.objects().map(([it, fields]) => [it, count(fields)]))];
  return new Map(fields.objects().map(counts));
}

const READERS = { root: readRoot, timestamp: readPointer, snapshot: readSnapshot, targets: readTargets };

/**
 * What a role says in `signed`, beside its head.
 *
 * @param {import("./fields.js").Fields} signed
 * @param {string} role
 */
export const readContent = (signed, role) =>
  (Object.hasOwn(READERS, role) ? READERS[role] : readLocaleFiles)(signed, role);

/** Where a file of a release lies in a store: `targets/es/<sha256>.ui.ftl`. */
export function placeOf(file) {
  const cut = file.path.lastIndexOf("/");
  return `${CONTENT}/${file.path.slice(0, cut)}/${file.sha256}.${file.path.slice(cut + 1)}`;
}
