/** A client of a store: keeps the last verified release, and shows it. */

import { makeCopy, readCopy } from "./copy.js";
import { Keeper } from "./keeper.js";
import { negotiate } from "./locale.js";
import { placeOf } from "./metadata.js";
import { Refusal } from "./refusal.js";
import { releaseOf } from "./release.js";
import { isChannel } from "./role.js";
import { each, round } from "./round.js";
import { Source } from "./source.js";
import { laterOf } from "./state.js";
import { Trusted, requireBytes } from "./trusted.js";

/** What stands beside each file that has units. */
const UNITS = ".units.json";

/** Loads a resource of translations, and keeps showing the last that was verified. */
export class HexaplaClient {
  #options;
  #source;
  #keeper;
  /** The root that the site pins; null where nothing can be verified on this system. */
  #pinned = null;
  /** What is believed. */
  #trusted = null;
  /** What is shown, and what it was verified by. */
  #release = null;
  #shownBy = null;
  /** Bytes of files, by SHA-256. */
  #content = new Map();
  #builtIn = null;
  #damage = null;
  #error = null;
  #running = null;

  /** Use {@link HexaplaClient.open}. */
  constructor(options) {
    const { channel = "stable", now = Date.now, timeout = 15_000, store, storage } = options;
    this.#options = { ...options, channel, now };
    const fetch = options.fetch ?? ((...request) => globalThis.fetch(...request));
    this.#source = new Source(store, fetch, timeout);
    this.#keeper = new Keeper(storage, timeout);
  }

  /**
   * A client that shows what is stored or built in; nothing is fetched yet.
   *
   * @param {import("../index.d.ts").Options} options
   * @returns {Promise<HexaplaClient>}
   * @throws {Refusal} where the pinned root is no root
   */
  static async open(options) {
    const client = new HexaplaClient(options);
    const { channel, root, builtIn } = client.#options;
    if (!isChannel(channel)) throw new Refusal("channel", channel, "it is not the name of a channel");
    try {
      const bytes = typeof root === "string" ? new TextEncoder().encode(root) : root;
      client.#trusted = client.#pinned = await Trusted.of(channel, bytes);
    } catch (error) {
      if (error.refusal !== "unavailable") throw error;
      client.#error = error;
    }
    if (builtIn) await client.#openBuiltIn(builtIn);
    if (client.#pinned) await client.#openStored();
    return client;
  }

  async #openBuiltIn(copy) {
    try {
      const { trusted, release, content } = await readCopy(copy, this.#pinned);
      if (trusted) await requireWhole(release, content);
      this.#builtIn = { trusted, release, content };
      this.#showBuiltIn();
      if (trusted) this.#trusted = trusted;
    } catch (error) {
      this.#error = error;
    }
  }

  #showBuiltIn() {
    const { release, trusted, content } = this.#builtIn ?? {};
    this.#show(release, trusted ?? null, new Map(content));
  }

  async #openStored() {
    try {
      await this.#showStored(await this.#keeper.state(this.#pinned));
    } catch (error) {
      if (error.refusal === "state") this.#damage = error;
      this.#error = error;
    }
  }

  /** Shows what is stored, as far as its files are: the release of a built-in copy would be an older one. */
  async #showStored(stored) {
    if (!stored) return;
    this.#trusted = await laterOf(this.#trusted, stored);
    if (!this.#trusted.pointer || this.#trusted === this.#builtIn?.trusted) return;
    this.#show(releaseOf(this.#trusted), this.#trusted, await this.#gather(this.#trusted, null));
    const [lost] = this.#missing;
    if (lost === undefined) return;
    // Another tab that keeps a later release removes the files of the one before.
    const next = await this.#keeper.state(this.#pinned);
    if (next && next.pointer?.sha256 !== stored.pointer?.sha256) return this.#showStored(next);
    throw new Refusal("missing", lost, "it is not kept here");
  }

  #show(release, trusted, content) {
    const isWanted = ([, it]) => this.#isWanted(it.locale);
    this.#release = release ? { ...release, files: new Map([...release.files].filter(isWanted)) } : null;
    this.#shownBy = trusted;
    this.#content = content;
  }

  #isWanted(locale) {
    const { locales } = this.#options;
    return !locales || locales.includes(locale);
  }

  /** Whether a file comes with the release, and not only when it is asked for. */
  #isLoaded({ path, locale, collection }) {
    const { collections } = this.#options;
    return this.#isWanted(locale) && !path.endsWith(UNITS) && (!collections || collections.includes(collection));
  }

  /**
   * Asks the store for a newer release, verifies it whole, and then shows it.
   *
   * @returns {Promise<boolean>} whether something else is shown now, and not only by a newer pointer
   * @throws {Refusal} where anything fails: what was shown before still is
   */
  update() {
    this.#running ??= this.#update().finally(() => (this.#running = null));
    return this.#running;
  }

  async #update() {
    try {
      if (!this.#pinned) throw new Refusal("unavailable", "crypto.subtle", "nothing can be verified on this system");
      if (this.#damage) throw this.#damage;
      const before = this.#shown;
      const get = (path, most) => this.#source.get(path, most);
      const trusted = await round(this.#trusted, (it) => this.#isWanted(it), this.#options.now(), get);
      const content = await this.#gather(trusted, get);
      this.#trusted = trusted;
      this.#show(releaseOf(trusted), trusted, content);
      const isOther = before !== this.#shown;
      await this.#keeper.keep(trusted, content, this.#pinned);
      this.#error = null;
      return isOther;
    } catch (error) {
      this.#error = error;
      throw error;
    }
  }

  /** The bytes of what comes with a release, by SHA-256; where nothing is fetched, as far as they are here. */
  async #gather(trusted, get) {
    const files = trusted.files.filter((it) => this.#isLoaded(it));
    const bytes = await each(files, (it) => this.#bytesOf(it, get));
    const kept = trusted.files.filter((it) => this.#content.has(it.sha256));
    const held = kept.map((it) => [it.sha256, this.#content.get(it.sha256)]);
    return new Map([...held, ...files.map((it, at) => [it.sha256, bytes[at]])].filter(([, it]) => it));
  }

  /** The bytes of a file, from here, from what is kept, or from the store. */
  async #bytesOf(file, get) {
    const held = this.#content.get(file.sha256) ?? this.#builtIn?.content.get(file.sha256);
    const found = held ?? (await this.#keeper.file(file));
    if (found || !get) return found;
    const bytes = await get(placeOf(file), file.length);
    if (!bytes) throw new Refusal("missing", file.path, "it is not in the store");
    await requireBytes(file.path, file, bytes);
    return bytes;
  }

  /** The release that is shown, and the paths of its files that can be, as one text. */
  get #shown() {
    const held = [...this.#files].filter((it) => this.#content.has(it.sha256));
    return [this.#release?.release, ...held.map((it) => it.path)].join("\n");
  }

  /** The paths of the files that come with the release and are not here. */
  get #missing() {
    const lacks = (it) => this.#isLoaded(it) && !this.#content.has(it.sha256);
    return [...this.#files].filter(lacks).map((it) => it.path);
  }

  /** How the client stands. */
  get status() {
    const { version, release, asOf, expires } = this.#release ?? {};
    const now = this.#options.now();
    return {
      version: version ?? null,
      release: release ?? null,
      as_of: asOf === undefined ? null : new Date(asOf).toISOString().replace(".000", ""),
      age: asOf === undefined ? null : Math.floor((now - asOf) / 1000),
      expired: expires !== undefined && now >= expires,
      error: this.#error,
      storage: this.#keeper.error,
      missing: this.#missing,
    };
  }

  /** The locales that are shown, sorted. */
  get locales() {
    return [...new Set([...this.#files].map((it) => it.locale))].sort();
  }

  get #files() {
    return this.#release?.files.values() ?? [];
  }

  /**
   * The files of a locale, or of one of its collections, sorted by path.
   *
   * @param {string} locale
   * @param {string} [collection]
   */
  files(locale, collection) {
    const fits = (it) => it.locale === locale && (collection === undefined || it.collection === collection);
    return [...this.#files].filter(fits).map(({ path, length, collection }) => ({ path, length, collection }));
  }

  /** The locale that fits best what the reader asks for (RFC 4647, lookup). */
  negotiate(requested, fallback = null) {
    return negotiate(requested, this.locales, fallback);
  }

  /**
   * The bytes of a file of the release that is shown; fetched where it is not held yet.
   *
   * @param {string} path
   * @returns {Promise<Uint8Array>} a copy
   */
  async read(path) {
    return (await this.#held(path)).slice();
  }

  async #held(path) {
    const file = this.#release?.files.get(path);
    if (!file) throw new Refusal("missing", path, "it is not in the release");
    const held = this.#content.get(file.sha256);
    if (held || !this.#pinned) return held ?? this.#nothingHere(path);
    const bytes = await this.#bytesOf(file, (place, most) => this.#source.get(place, most));
    this.#content.set(file.sha256, bytes);
    await this.#keeper.keepFile(file, bytes);
    return bytes;
  }

  #nothingHere(path) {
    throw new Refusal("unavailable", path, "nothing can be verified on this system");
  }

  /** The text of a file of the release that is shown. */
  async text(path) {
    return new TextDecoder().decode(await this.#held(path));
  }

  /**
   * What a release says of the units of a file: their state, freshness and language.
   *
   * @param {string} path of the file itself
   */
  async units(path) {
    return JSON.parse(await this.text(path + UNITS)).units;
  }

  /**
   * A bundle of the Fluent files of a locale and collection; null where there are none, or one is not
   * held: half a bundle could lack what its messages refer to.
   *
   * @param {string} locale
   * @param {string} collection
   * @param {any} FluentBundle that of `@fluent/bundle`
   * @param {any} FluentResource that of `@fluent/bundle`
   * @param {object} [options] what `FluentBundle` takes
   */
  bundle(locale, collection, FluentBundle, FluentResource, options) {
    const named = this.files(locale, collection).filter((it) => it.path.endsWith(".ftl"));
    const contents = named.map((it) => this.#content.get(this.#release.files.get(it.path).sha256));
    if (contents.length === 0 || contents.includes(undefined)) return null;
    const bundle = new FluentBundle(locale, options);
    for (const bytes of contents) bundle.addResource(new FluentResource(new TextDecoder().decode(bytes)));
    return bundle;
  }

  /**
   * The release that is shown, as a value that is built into a site; null where there is none.
   *
   * @returns {Promise<import("../index.d.ts").Snapshot | null>}
   */
  async snapshot() {
    if (!this.#shownBy) return this.#release ? this.#options.builtIn : null;
    return makeCopy(this.#shownBy, this.#content);
  }

  /** Forgets what is stored, damaged or not, and shows the built-in copy until the next update. */
  async reset() {
    await this.#running?.catch(() => {});
    await this.#keeper.reset();
    this.#damage = this.#error = null;
    this.#trusted = this.#builtIn?.trusted ?? this.#pinned;
    this.#showBuiltIn();
  }
}

/** Refuses a built-in copy whose files are not those that its metadata names. */
async function requireWhole(release, content) {
  for (const file of release.files.values()) {
    const bytes = content.get(file.sha256);
    if (bytes) await requireBytes(file.path, file, bytes);
  }
}
