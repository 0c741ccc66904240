// The editor of a translation.

/** The field that the translation is written in, where the page has one. */
export function field(): HTMLTextAreaElement | null {
  return document.querySelector<HTMLTextAreaElement>("textarea#text");
}

/** Puts a text in place of what is selected, so that the browser can undo it. */
export function insert(text: string): void {
  const area = field();
  if (!area) return;
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  changed(area);
}

/** Puts a text in place of all. */
export function replace(text: string): void {
  const area = field();
  if (!area) return;
  area.focus();
  area.select();
  area.setRangeText(text, 0, area.value.length, "end");
  changed(area);
}

/** Inserts the first placeable of the source that the text does not have yet. */
export function insertNext(): void {
  const area = field();
  if (!area) return;
  const codes = [...document.querySelectorAll<HTMLElement>("[data-insert]")].map((it) => it.dataset["insert"] ?? "");
  const next = codes.find((code) => !area.value.includes(code)) ?? codes[0];
  if (next) insert(next);
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

export function editor(): void {
  document.getElementById("copy")?.addEventListener("click", copySource);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element | null)?.closest<HTMLElement>("[data-insert],[data-take]");
    if (button?.dataset["insert"] !== undefined) insert(button.dataset["insert"]);
    else if (button?.dataset["take"] !== undefined) replace(button.dataset["take"]);
    const found = (event.target as Element | null)?.closest<HTMLElement>("[data-start]");
    const area = field();
    if (found && area && !button) {
      area.focus();
      area.setSelectionRange(Number(found.dataset["start"]), Number(found.dataset["end"]));
    }
  });
}
