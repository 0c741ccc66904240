/** HTML in which a text stays a text. */

class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function shown(value) {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(shown).join("");
  if (value === undefined || value === null || value === false) return "";
  return String(value).replace(/[&<>"']/g, (it) => ESCAPES[it]);
}

/** What is HTML already, such as a document of a release, which was made safe before it was signed. */
export const raw = (text) => new Html(text);

/** A template of HTML: whatever is put in is escaped, unless it came from a template or {@link raw}. */
export const html = (parts, ...values) => raw(String.raw({ raw: parts }, ...values.map(shown)));
