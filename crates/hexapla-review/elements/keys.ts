// One key each. Letters count only outside of fields, and not at all where somebody turned them off
// (WCAG 2.2, 2.1.4).

import { field, insertNext, insertNextTerm } from "./editor";

const OFF = "hexapla:single-keys";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input,textarea,select,[contenteditable]") !== null;
}

function areOn(): boolean {
  try {
    return localStorage.getItem(OFF) !== "off";
  } catch {
    return true;
  }
}

/** Does what a key stands for; tells whether it stands for anything. */
function press(key: string): boolean {
  const area = field();
  if (area && key === area.dataset["edit"]) {
    area.focus();
    return true;
  }
  if (area && key === area.dataset["insertKey"]) {
    insertNext();
    return true;
  }
  if (area && key === area.dataset["termKey"]) {
    insertNextTerm();
    return true;
  }
  const all = document.querySelectorAll<HTMLElement>("[data-key]");
  const found = [...all].find((it) => it.dataset["key"]?.toLowerCase() === key.toLowerCase());
  found?.click();
  return found !== undefined;
}

export function keys(): void {
  document.addEventListener("keydown", (event) => {
    const area = field();
    if (event.target === area && area) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        area.form?.querySelector<HTMLButtonElement>("button[value=accept]")?.click();
      } else if (event.key === "Escape") {
        area.blur();
        document.getElementById("main")?.focus();
      } else if (event.altKey && event.code === "KeyI") {
        event.preventDefault();
        insertNext();
      } else if (event.altKey && event.code === "KeyT") {
        event.preventDefault();
        insertNextTerm();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const onControl = event.target instanceof HTMLElement && event.target.closest("a,button,summary") !== null;
    if (isTyping(event.target) || (onControl && event.key === "Enter") || !areOn()) return;
    if (press(event.key)) event.preventDefault();
  });
  const box = document.querySelector<HTMLInputElement>("#single-keys");
  if (!box) return;
  box.checked = areOn();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(OFF, box.checked ? "on" : "off");
    } catch {
      // A browser that keeps nothing has the keys on.
    }
  });
}
