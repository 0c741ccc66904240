/** The names of refusals, the same in every client (`docs/delivery-format.md`). */
export type RefusalName =
  | "signature" | "revoked" | "rollback" | "expired" | "mix" | "length" | "hash" | "path"
  | "channel" | "format" | "version" | "root-version" | "missing" | "state" | "unavailable";

/** Why something is not believed. */
export class Refusal extends Error {
  constructor(refusal: RefusalName, file: string, why: string);
  readonly refusal: RefusalName;
  /** The file that it is about. */
  readonly file: string;
  /** The next step. */
  readonly hint: string;
}

/** Where a client keeps what it verified. Nothing that comes from there is believed. */
export interface Storage {
  /** The bytes of a name; nothing where there are none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes whole or not at all. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** All names. Without it nothing is ever removed. */
  names?(): Promise<string[]>;
  /**
   * Does `work` while nobody else does such with the same names, in whatever tab or process, and gives
   * what it gives. Without it those take turns that hold this very object.
   */
  lock?<T>(work: () => Promise<T>): Promise<T>;
}

/** A release as one value of JSON, which is built into a site. */
export interface Snapshot {
  v: 1;
  state: string;
  /** The texts of files, by path. */
  files: Record<string, string>;
}

export interface Options {
  /** The address of the store. */
  store: string;
  /** A root of the channel, as it was signed, that came with the site: the text of `N.root.json`. */
  root: string | Uint8Array;
  /** `stable` unless told otherwise. */
  channel?: string;
  /** The locales that are loaded; all where none are named. */
  locales?: string[];
  /** The collections that are loaded; files of others are fetched when they are asked for. */
  collections?: string[];
  /** A copy that came with the site; nothing older than it is ever shown. */
  builtIn?: Snapshot;
  /** Where releases are kept; without it they are held in memory. */
  storage?: Storage;
  fetch?: typeof globalThis.fetch;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
  /** How long a file may take, in milliseconds; 15 000 unless told otherwise. */
  timeout?: number;
}

export interface Status {
  /** The version of the pointer; null where nothing is shown. */
  version: number | null;
  /** The id of the release: the SHA-256 of its manifest. */
  release: string | null;
  /** The moment that ages were counted to, as in `2026-03-12T09:00:00Z`. */
  as_of: string | null;
  /** Seconds since then. */
  age: number | null;
  /** Whether the time of what is shown has passed. */
  expired: boolean;
  /** Why the last update, or reading what was stored, failed; null where it did not. */
  error: Refusal | Error | null;
  /** Why the storage failed last; null where it did not. */
  storage: Error | null;
  /** The files that should be loaded and are not held, as the storage lost them; none after an update. */
  missing: string[];
}

export interface File {
  path: string;
  /** In bytes. */
  length: number;
  collection: string;
}

/** What a release says of a unit (`docs/delivery-format.md`). */
export interface Unit {
  unit: string;
  state: string;
  /** Where it is not `current`. */
  freshness?: string;
  /** Where it is not the file's locale. */
  language?: string;
  made_from?: string;
  changed_at?: string;
  changes?: number;
  /** The first and last line of a block. */
  lines?: [number, number];
}

/** What is used of a bundle of `@fluent/bundle`. */
export interface Bundle {
  getMessage(id: string): { value: unknown; attributes: Record<string, unknown> } | undefined;
  formatPattern(pattern: any, args?: any, errors?: Error[] | null): string;
}

/** Loads releases of translations, and keeps showing the last that was verified. */
export class HexaplaClient {
  private constructor(options: Options);
  /** A client that shows what is stored or built in; nothing is fetched yet. Refuses a root that is none. */
  static open(options: Options): Promise<HexaplaClient>;
  /**
   * Asks the store for a newer release, verifies it whole, and then shows it. Whether something else is
   * shown now than before, and not only by a newer pointer to the same. Where anything fails it is rejected by a {@link Refusal}, and what was shown before still is.
   */
  update(): Promise<boolean>;
  readonly status: Status;
  /** The locales that are shown, sorted. */
  readonly locales: string[];
  /** The files of a locale, or of one of its collections, sorted by path. */
  files(locale: string, collection?: string): File[];
  /** The locale that fits best what the reader asks for (RFC 4647, lookup). */
  negotiate(requested: readonly string[], fallback?: string | null): string | null;
  /** The bytes of a file of the release that is shown; fetched where it is not held yet. */
  read(path: string): Promise<Uint8Array>;
  /** The text of a file of the release that is shown. */
  text(path: string): Promise<string>;
  /** What the release says of the units of a file. */
  units(path: string): Promise<Unit[]>;
  /** A bundle of the Fluent files of a locale and collection; null where there are none, or one is not held. */
  bundle<B>(
    locale: string,
    collection: string,
    FluentBundle: new (locale: string, options?: any) => B,
    FluentResource: new (text: string) => unknown,
    options?: object,
  ): B | null;
  /** The release that is shown, as a value that is built into a site; null where there is none. */
  snapshot(): Promise<Snapshot | null>;
  /** Forgets what is stored, damaged or not, and shows the built-in copy until the next update. */
  reset(): Promise<void>;
}

/** Keeps everything as long as the page is open. */
export function memoryStorage(): Storage;
/** Keeps everything in the browser's Cache API, under a name that is one channel's alone. */
export function cacheStorage(name: string, caches?: CacheStorage): Storage;
/** A copy as text that may stand in a `<script type="application/json">` of a page. */
export function serialise(copy: Snapshot): string;
/** The first locale that fits (RFC 4647, lookup). */
export function negotiate(requested: readonly string[], available: readonly string[], fallback?: string | null): string | null;
/** The direction in which text of a locale runs. */
export function direction(locale: string): "ltr" | "rtl";
/**
 * Sets text and attributes of every element with `data-l10n-id`. Gives the ids that stayed as they
 * were, since there was no text or it had an error.
 */
export function localize(
  root: Document | Element,
  bundle: Bundle,
  told?: {
    /** What the element says of the language of all. */
    lang?: string;
    dir?: string;
    /**
     * The locales of messages that are in another, by id: they get `lang` and `dir` of their own, and all
     * others lose theirs. Where it is left out, nothing is said of languages.
     */
    languages?: Record<string, string>;
  },
): string[];
