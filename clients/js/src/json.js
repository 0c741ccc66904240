/** JSON, read strictly and written canonically. Objects are maps, so that no name means anything. */

/** How many arrays and objects may be open at once. */
const DEEPEST = 32;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?![\d.eE])/y;
const QUOTE = /"/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const WORDS = new Map([["true", true], ["false", false], ["null", null]]);

/**
 * Reads a text. A name that stands twice in one object, a fraction, a number beyond 2^53 − 1, half
 * a surrogate and more than 32 levels are refused.
 *
 * @param {Uint8Array} bytes
 * @returns {unknown} `Map`, array, string, number, boolean or null
 * @throws {SyntaxError} where it is no such JSON
 */
export function readJson(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SyntaxError("it is not UTF-8");
  }
  const reader = new Reader(text);
  const value = reader.value(0);
  if (reader.at < text.length) throw reader.wrong("the end");
  return value;
}

class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  wrong(expected) {
    return new SyntaxError(`expected ${expected} at ${this.at}`);
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found?.[0];
  }

  skip(character) {
    this.match(SPACE);
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    this.match(SPACE);
    return true;
  }

  value(depth) {
    this.match(SPACE);
    const first = this.text[this.at];
    const read = { "{": "object", "[": "array", '"': "string" }[first] ?? "atom";
    if (depth >= DEEPEST && "{[".includes(first)) throw new SyntaxError("more than 32 levels");
    const value = this[read](depth + 1);
    this.match(SPACE);
    return value;
  }

  object(depth) {
    const found = new Map();
    this.skip("{");
    if (this.skip("}")) return found;
    do {
      const name = this.string();
      if (!this.skip(":")) throw this.wrong("`:`");
      const value = this.value(depth);
      if (found.has(name)) throw new SyntaxError(`\`${name}\` stands twice in one object`);
      found.set(name, value);
    } while (this.skip(","));
    if (!this.skip("}")) throw this.wrong("`}`");
    return found;
  }

  array(depth) {
    const found = [];
    this.skip("[");
    if (this.skip("]")) return found;
    do found.push(this.value(depth));
    while (this.skip(","));
    if (!this.skip("]")) throw this.wrong("`]`");
    return found;
  }

  string() {
    const start = this.at;
    if (!this.match(QUOTE)) throw this.wrong("a string");
    do this.match(PLAIN);
    while (this.match(ESCAPE));
    if (!this.match(QUOTE)) throw this.wrong("the end of a string");
    const value = JSON.parse(this.text.slice(start, this.at));
    if (/\p{Surrogate}/u.test(value)) throw this.wrong("no half of a surrogate");
    return value;
  }

  atom() {
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    const value = Number(this.match(NUMBER));
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw this.wrong("a whole number");
    return value;
  }
}

/**
 * The one text of a value by the rules of Canonical JSON: what is signed and hashed.
 * See http://wiki.laptop.org/go/Canonical_JSON
 *
 * @param {unknown} value as {@link readJson} gives it
 * @returns {string}
 */
export function canonical(value) {
  if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!(value instanceof Map)) return String(value);
  const names = [...value.keys()].sort(byCodePoint);
  return `{${names.map((it) => `${canonical(it)}:${canonical(value.get(it))}`).join()}}`;
}

/**
 * The order of two texts by code point; that of JavaScript is by half a surrogate.
 *
 * @param {string} a
 * @param {string} b
 */
export function byCodePoint(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  // Within a pair the first halves were equal, and the second halves are in the order of the whole.
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}
