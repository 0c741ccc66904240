/** Objects of JSON, read field by field. */

import { Refusal } from "./refusal.js";

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** A moment in whole seconds of UTC, as metadata has it; in milliseconds since 1970. */
function moment(text) {
  const time = DATE.test(text) ? Date.parse(text) : NaN;
  return time === time && new Date(time).toISOString().replace(".000", "") === text ? time : undefined;
}

/** An object in a metadata file, and where it stands there. Every reading refuses by `format`. */
export class Fields {
  constructor(file, json, at = "") {
    this.file = file;
    this.at = at;
    if (!(json instanceof Map)) throw new Refusal("format", file, `expected an object at \`${at}/\``);
    this.entries = json;
  }

  /** A refusal of what stands here. */
  wrong(name, expected) {
    return new Refusal("format", this.file, `expected ${expected} at \`${this.at}/${name}\``);
  }

  #when(name, expected, fits) {
    const value = this.entries.get(name);
    if (!fits(value)) throw this.wrong(name, expected);
    return value;
  }

  object(name) {
    return new Fields(this.file, this.entries.get(name), `${this.at}/${name}`);
  }

  /** The names and values, each of which has to be an object. */
  objects() {
    return [...this.entries.keys()].map((name) => [name, this.object(name)]);
  }

  text(name) {
    return this.#when(name, "a string", (it) => typeof it === "string");
  }

  number(name, least) {
    const fits = (it) => typeof it === "number" && it >= least;
    return this.#when(name, `a whole number of at least ${least}`, fits);
  }

  /** Refuses a flag that is not set. */
  requireTrue(name) {
    this.#when(name, "`true`", (it) => it === true);
  }

  /** A moment, in milliseconds since 1970. */
  time(name) {
    this.#when(name, "a time such as 2026-03-12T09:00:00Z", (it) => moment(it) !== undefined);
    return moment(this.text(name));
  }

  array(name) {
    return this.#when(name, "an array", Array.isArray);
  }

  texts(name) {
    const items = this.array(name);
    if (!items.every((it) => typeof it === "string")) throw this.wrong(name, "an array of strings");
    return items;
  }

  arrayOfObjects(name) {
    return this.array(name).map((it, at) => new Fields(this.file, it, `${this.at}/${name}/${at}`));
  }
}
