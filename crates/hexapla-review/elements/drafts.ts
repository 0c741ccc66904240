// What was typed and not accepted yet stays in this browser: through a reload, a crash, a lost connection,
// the end of a sign-in, another text of the source, and beside what others made of the text meanwhile. It is for
// whose account it was typed with; of two tabs each gets its own back.

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

const account = (): string => encodeURIComponent(document.body.dataset["account"] ?? "");

const keyOf = ({ locale = "", unit = "" }: DOMStringMap): string => `${PREFIX}${account()}:${locale}:${unit}`;

function readFrom(storage: () => Storage, key: string): Draft | null {
  try {
    return JSON.parse(storage().getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

/** Where this tab keeps drafts, and where all tabs do. */
const own = (): Storage => sessionStorage;
const shared = (): Storage => localStorage;

/** The draft of this tab or, where it has none, the last of any. */
const read = (key: string): Draft | null => readFrom(own, key) ?? readFrom(shared, key);

/** Keeps a draft; a browser that keeps nothing is no reason to stop. */
function keep(key: string, draft: Draft): void {
  for (const storage of [own, shared]) {
    try {
      storage().setItem(key, JSON.stringify(draft));
    } catch {
      // Nothing can be done.
    }
  }
}

/** Drops a text that was typed; what another tab made of it stays. */
function drop(key: string, text: string): void {
  for (const storage of [own, shared]) {
    if (!same(readFrom(storage, key)?.text ?? "", text)) continue;
    try {
      storage().removeItem(key);
    } catch {
      // As above.
    }
  }
}

/** The draft of a unit; one by a name that it had while its source was another is called by its present one. */
function find(form: HTMLFormElement): Draft | null {
  const key = keyOf(form.dataset);
  const { locale = "", earlier = "" } = form.dataset;
  const draft = read(key);
  for (const unit of draft ? [] : earlier.split("\n")) {
    const was = keyOf({ locale, unit });
    const found = read(was);
    if (!found) continue;
    keep(key, found);
    drop(was, found.text);
    return found;
  }
  return draft;
}

/** Drops what is too old to be of use. */
function sweep(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      const draft = key.startsWith(PREFIX) ? readFrom(shared, key) : null;
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
  const draft = find(form);
  const { begunSource, begunTarget, begunBase = "" } = form.dataset;
  const isMerging = begunSource !== undefined && begunTarget !== undefined;
  if (isMerging) {
    // It was sent and refused, and nobody has it but this page.
    if (!draft) keep(key, { text: area.value, source: begunSource, target: begunTarget, base: begunBase, at: Date.now() });
  } else if (draft && (same(draft.text, shown.base) || same(draft.text, area.value))) drop(key, draft.text);
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
  const what = (draft.target ?? shown.target) === shown.target ? "source" : "text";
  for (const it of note?.querySelectorAll<HTMLElement>("[data-late]") ?? []) it.hidden = it.dataset["late"] !== what;
  note?.querySelector("button")?.addEventListener("click", () => {
    say(form, shown);
    put(area, before);
    drop(keyOf(form.dataset), draft.text);
    note.setAttribute("hidden", "");
  });
}

/** Drops the draft of what the room says that it has accepted. */
function settled(it: HTMLElement): void {
  drop(keyOf(it.dataset), it.dataset["text"] ?? "");
}

/** Offers what was typed for a unit that is gone: under the name that it has by now, where that is known by its
 * translation, else to be copied. */
function gone(it: HTMLElement): void {
  const draft = read(keyOf(it.dataset));
  if (!draft) return;
  const here = new URL(location.href);
  if (draft.target && here.searchParams.has("unit") && !here.searchParams.has("target")) {
    here.searchParams.set("target", draft.target);
    location.replace(here);
    return;
  }
  const area = it.querySelector("textarea");
  if (!area) return;
  area.value = draft.text;
  area.closest("p")?.removeAttribute("hidden");
}

const followed = new WeakSet<Element>();

/** Looks after every field of a part of a page. */
function within(part: ParentNode): void {
  for (const it of part.querySelectorAll<HTMLElement>(".settled")) settled(it);
  for (const it of part.querySelectorAll<HTMLElement>("section.gone")) gone(it);
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
