/** Puts texts into a page. */

import { direction } from "./locale.js";

/** The attributes that a translation may set: what is read out or shown, never what is run or followed. */
const ATTRIBUTES = ["title", "aria-label", "alt", "placeholder"];

/**
 * Sets text and attributes of every element below `root` (and of `root`) that has `data-l10n-id`.
 * An element that holds other elements keeps them, and takes attributes alone.
 *
 * @param {Document | Element} root
 * @param {import("../index.d.ts").Bundle} bundle
 * @param {{ lang?: string, dir?: string, languages?: Record<string, string> }} [told] what `root`'s
 *   element says of the language, and the locales of messages that are in another, by id
 * @returns {string[]} ids that stayed as they were, since there was no text or it had an error
 */
export function localize(root, bundle, told = {}) {
  const left = [];
  const own = root.documentElement ?? root;
  for (const name of ["lang", "dir"]) if (told[name]) own.setAttribute(name, told[name]);
  const inner = [...root.querySelectorAll("[data-l10n-id]")];
  const all = own.hasAttribute("data-l10n-id") && own === root ? [own, ...inner] : inner;
  for (const element of all) {
    const id = element.getAttribute("data-l10n-id");
    if (!fill(element, bundle.getMessage(id), bundle)) left.push(id);
    else if (told.languages) tellLanguage(element, told.languages[id]);
  }
  return left;
}

/** Marks a text that is in another language than the page, and one that no longer is. */
function tellLanguage(element, locale) {
  for (const [name, value] of [["lang", locale], ["dir", locale && direction(locale)]]) {
    if (value) element.setAttribute(name, value);
    else element.removeAttribute(name);
  }
}

/** Whether an element takes text: none that holds others, and none whose text is run. */
const takesText = (it) => it.childElementCount === 0 && !/^(?:script|style)$/i.test(it.localName);

function fill(element, message, bundle) {
  if (!message) return false;
  const args = readArgs(element.getAttribute("data-l10n-args"));
  const errors = [];
  const format = (pattern) => bundle.formatPattern(pattern, args, errors);
  const text = message.value && takesText(element) ? format(message.value) : undefined;
  const set = ATTRIBUTES.filter((it) => message.attributes[it]).map((it) => [it, format(message.attributes[it])]);
  if (errors.length > 0) return false;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of set) element.setAttribute(name, value);
  return true;
}

/** Arguments as JSON; those that are neither text nor number are left out. */
function readArgs(text) {
  if (!text) return {};
  try {
    const plain = ([, value]) => typeof value === "string" || typeof value === "number";
    return Object.fromEntries(Object.entries(JSON.parse(text) ?? {}).filter(plain));
  } catch {
    return {};
  }
}
