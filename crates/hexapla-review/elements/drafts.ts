// What was typed and not accepted yet stays in this browser: through a reload, a crash, a lost connection,
// and beside what others made of the text meanwhile.

import { put } from "./editor";

/** What a text was begun on. */
interface Begun {
  /** What stands for the source and the target that were shown. */
  source: string;
  target: string;
  /** The target itself. */
  base: string;
}

/** A text that was typed. */
interface Draft extends Partial<Begun> {
  text: string;
  at: number;
}

/** How long a draft is kept. */
const KEPT = 30 * 24 * 3600 * 1000;

const PREFIX = "hexapla:draft:";

const keyOf = ({ locale = "", unit = "" }: DOMStringMap): string => `${PREFIX}${locale}:${unit}`;

function read(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Keeps or drops a draft; a browser that keeps nothing is no reason to stop. */
function keep(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Nothing can be done.
  }
}

/** Drops what is too old to be of use. */
function sweep(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const draft = key.startsWith(PREFIX) ? read(key) : null;
      if (draft && Date.now() - draft.at > KEPT) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

/** Whether two texts are one; at its end a text loses the lines that hold nothing. */
function same(one: string, other: string): boolean {
  const plain = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
  return plain(one) === plain(other);
}

const field = (form: HTMLFormElement, name: string) => form.querySelector<HTMLInputElement>(`input[name=${name}]`);

/** What the form says that its text was begun on. */
function begunOf(form: HTMLFormElement): Begun {
  const value = (name: string) => field(form, name)?.value ?? "";
  return { source: value("source"), target: value("target"), base: value("base") };
}

/** Has the form say that its text was begun on this. */
function say(form: HTMLFormElement, begun: Begun): void {
  for (const [name, value] of Object.entries(begun)) {
    const input = field(form, name);
    if (input) input.value = value;
  }
}

/** Whether the draft was begun on other texts than the page has. */
function isLate(draft: Draft, shown: Begun): boolean {
  return (draft.target ?? shown.target) !== shown.target || (draft.source ?? shown.source) !== shown.source;
}

/** Keeps what is typed into a field. */
function follow(area: HTMLTextAreaElement, form: HTMLFormElement): void {
  const key = keyOf(form.dataset);
  const shown = begunOf(form);
  const draft = read(key);
  const { begunSource, begunTarget, begunBase = "" } = form.dataset;
  const isMerging = begunSource !== undefined && begunTarget !== undefined;
  if (isMerging) {
    // It was sent and refused, and nobody has it but this page.
    if (!draft) keep(key, { text: area.value, source: begunSource, target: begunTarget, base: begunBase, at: Date.now() });
  } else if (draft && (same(draft.text, shown.base) || same(draft.text, area.value))) keep(key, null);
  else if (draft) restore(area, form, draft, shown);
  area.addEventListener("input", () => keep(key, { text: area.value, ...begunOf(form), at: Date.now() }));
}

/** Puts a draft back. Where the texts are others by now, the form goes on to name those that it was begun on,
 * so that it is answered by showing both, and writes over nothing that was not seen. */
function restore(area: HTMLTextAreaElement, form: HTMLFormElement, draft: Draft, shown: Begun): void {
  const before = area.value;
  const late = isLate(draft, shown);
  if (late) say(form, { source: draft.source ?? shown.source, target: draft.target ?? shown.target, base: draft.base ?? "" });
  put(area, draft.text);
  const note = form.querySelector(".draft");
  note?.removeAttribute("hidden");
  note?.querySelector(".late")?.toggleAttribute("hidden", !late);
  note?.querySelector("button")?.addEventListener("click", () => {
    say(form, shown);
    put(area, before);
    keep(keyOf(form.dataset), null);
    note.setAttribute("hidden", "");
  });
}

/** Drops the draft of what the room says that it has accepted. */
function settled(it: HTMLElement): void {
  const key = keyOf(it.dataset);
  if (same(read(key)?.text ?? "", it.dataset["text"] ?? "")) keep(key, null);
}

const followed = new WeakSet<Element>();

/** Looks after every field of a part of a page. */
function within(part: ParentNode): void {
  for (const it of part.querySelectorAll<HTMLElement>(".settled")) settled(it);
  for (const area of part.querySelectorAll<HTMLTextAreaElement>("form[data-unit] textarea[name=text]")) {
    if (!area.form || area.readOnly || followed.has(area)) continue;
    followed.add(area);
    follow(area, area.form);
  }
}

export function drafts(): void {
  within(document);
  document.body.addEventListener("htmx:load", (event) => {
    const part = (event as CustomEvent<{ elt: Element }>).detail.elt;
    within(part.parentNode ?? document);
  });
  sweep();
}
