// What was typed and not sent yet stays in this browser: through a reload, a crash, a lost connection.

import { field, replace } from "./editor";

/** A text that was typed. */
interface Draft {
  text: string;
  /** What stands for the target that it was made from. */
  target: string;
  at: number;
}

/** How long a draft is kept. */
const KEPT = 30 * 24 * 3600 * 1000;

const PREFIX = "hexapla:draft:";

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

export function drafts(): void {
  const area = field();
  const form = area?.form;
  if (!area || !form) return;
  const { unit = "", locale = "", target = "" } = form.dataset;
  const key = `${PREFIX}${locale}:${unit}`;
  const stands = form.querySelector<HTMLInputElement>("input[name=base]")?.value ?? "";
  const draft = read(key);
  const note = document.getElementById("draft");
  if (draft && (draft.text === stands || draft.text === area.value)) keep(key, null);
  else if (draft) {
    const before = area.value;
    replace(draft.text);
    area.blur();
    note?.removeAttribute("hidden");
    document.getElementById("draft-drop")?.addEventListener("click", () => {
      keep(key, null);
      replace(before);
      note?.setAttribute("hidden", "");
    });
  }
  area.addEventListener("input", () => keep(key, { text: area.value, target, at: Date.now() }));
  sweep();
}
