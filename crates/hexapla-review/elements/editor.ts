// The editor of a translation.

/** The field that the translation is written in, where the page has one. */
export function field(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>("textarea#text");
}

/** The same, where one may write there. */
function open(): HTMLTextAreaElement | null {
  const area = field();
  return area?.readOnly ? null : area;
}

/** Puts a text in place of what is selected, so that the browser can undo it. */
export function insert(text: string): void {
  const area = open();
  if (!area) return;
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  changed(area);
}

/** Puts a text in place of all that a field holds. */
export function put(area: HTMLTextAreaElement, text: string): void {
  area.setRangeText(text, 0, area.value.length, "end");
  changed(area);
}

/** The same in the editor, where one goes on writing. */
export function replace(text: string): void {
  const area = open();
  if (!area) return;
  area.focus();
  put(area, text);
}

/** Inserts the first placeable of the source that the text does not have yet. */
export function insertNext(): void {
  const area = open();
  if (!area) return;
  const codes = [...document.querySelectorAll<HTMLElement>("[data-insert]")].map((it) => it.dataset["insert"] ?? "");
  const next = codes.find((code) => !area.value.includes(code)) ?? codes[0];
  if (next) insert(next);
}

/** Inserts the best term for the first concept of the source that the text has no term for yet. */
export function insertNextTerm(): void {
  const area = field();
  if (!area) return;
  const text = area.value.toLocaleLowerCase(area.lang);
  const concepts = [...document.querySelectorAll("[data-concept]")].map(terms).filter((it) => it.length > 0);
  const lacks = (it: string[]) => it.every((term) => !text.includes(term.toLocaleLowerCase(area.lang)));
  const next = (concepts.find(lacks) ?? concepts[0])?.[0];
  if (next) insert(next);
}

/** The terms for a concept, the best first. */
function terms(concept: Element): string[] {
  return [...concept.querySelectorAll<HTMLElement>("[data-term]")].map((it) => it.dataset["term"] ?? "");
}

/** Tells others that the text is another. */
function changed(area: HTMLTextAreaElement): void {
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.dispatchEvent(new CustomEvent("hexapla:text"));
}

/** Puts the source into the editor; of a message the name stays its own. */
export function copySource(): void {
  const text = document.getElementById("source")?.dataset["text"];
  if (text !== undefined) replace(text);
}

/** Where in the text a finding is. */
function place(found: HTMLElement): [number, number] {
  return [Number(found.dataset["start"]), Number(found.dataset["end"])];
}

/** Marks what was found where the caret stands. */
function mark(): void {
  const area = document.activeElement;
  const isWritten = area instanceof HTMLTextAreaElement;
  for (const found of document.querySelectorAll<HTMLElement>("[data-start]")) {
    const [start, end] = place(found);
    const isHere = isWritten && found.closest("form") === area.form && area.selectionStart <= end && start <= area.selectionEnd;
    if (isHere) found.setAttribute("aria-current", "true");
    else found.removeAttribute("aria-current");
  }
}

export function editor(): void {
  document.getElementById("copy")?.addEventListener("click", copySource);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>("[data-insert],[data-term],[data-take]");
    if (button?.dataset["insert"] !== undefined) insert(button.dataset["insert"]);
    else if (button?.dataset["term"] !== undefined) insert(button.dataset["term"]);
    else if (button?.dataset["take"] !== undefined) replace(button.dataset["take"]);
    const found = (event.target as Element | null)?.closest<HTMLElement>("[data-start]");
    const area = found?.closest("form")?.querySelector("textarea");
    if (found && area) {
      area.focus();
      area.setSelectionRange(...place(found));
    }
  });
  document.addEventListener("selectionchange", mark);
  // The findings of a text that was typed are others, while the caret stands still.
  document.body.addEventListener("htmx:afterSwap", mark);
}
