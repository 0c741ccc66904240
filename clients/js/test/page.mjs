/** As much of a page as `localize` touches. */
export class Element {
  constructor(attributes = {}, children = [], textContent = "", localName = "p") {
    this.localName = localName;
    this.attributes = new Map(Object.entries(attributes));
    this.children = children;
    this.textContent = textContent;
  }

  get childElementCount() {
    return this.children.length;
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  /** Only `[name]` is known. */
  querySelectorAll(selector) {
    const name = /^\[([\w-]+)\]$/.exec(selector)[1];
    const own = (it) => (it.hasAttribute(name) ? [it] : []);
    return this.children.flatMap((it) => [...own(it), ...it.querySelectorAll(selector)]);
  }
}
