/** The messages of a release, as elements that say in which language they are. */

import { html } from "./html.js";

/** What a message may say beside its text, as `localize` of the client sets it. */
const ATTRIBUTES = ["title", "aria-label", "alt", "placeholder"];

export class Words {
  #direction;
  #names;

  /**
   * @param {string} locale
   * @param {import("@fluent/bundle").FluentBundle} bundle
   * @param {Record<string, string>} languages of messages that are in another, by id
   * @param {(locale: string) => string} direction
   */
  constructor(locale, bundle, languages, direction) {
    Object.assign(this, { locale, bundle, languages });
    this.#direction = direction;
    this.#names = new Intl.DisplayNames([locale], { type: "language" });
  }

  /** The text of a message, or of one of its attributes. */
  text(id, args = {}, attribute) {
    const message = this.bundle.getMessage(id);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    return pattern ? this.bundle.formatPattern(pattern, args, []) : "";
  }

  /** `lang` and `dir`, where a text is in another language than the page. */
  language(locale) {
    return locale && locale !== this.locale ? html` lang="${locale}" dir="${this.#direction(locale)}"` : "";
  }

  /** `lang` and `dir` of the page. */
  get own() {
    return html`lang="${this.locale}" dir="${this.#direction(this.locale)}"`;
  }

  /** An element with a message, which is kept up to date by its id. */
  element(tag, id, args, more = "") {
    const set = ATTRIBUTES.map((it) => [it, this.text(id, args, it)]).filter(([, text]) => text);
    const given = args && html` data-l10n-args="${JSON.stringify(args)}"`;
    const open = html`${set.map(([name, text]) => html` ${name}="${text}"`)}${this.language(this.languages[id])}`;
    return html`<${tag} data-l10n-id="${id}"${given}${open}${more}>${this.text(id, args)}</${tag}>`;
  }

  /** The name of a language, in the language of the page. */
  name(locale) {
    return this.#names.of(locale);
  }

  /** Names of languages, joined as the language joins a list. */
  list(locales) {
    return new Intl.ListFormat(this.locale, { type: "conjunction" }).format(locales.map((it) => this.name(it)));
  }
}
