// Buttons that copy what a field shows. Without script the field can be selected and copied as any text.

/** Puts what a field shows where one can paste it from; where the browser does not let us, it is selected. */
async function copy(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // No clipboard by a line without TLS, or nobody may write to it.
    field.focus();
    field.select();
    return false;
  }
}

export function copies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const field = document.getElementById(button.dataset["copy"] ?? "");
    if (!(field instanceof HTMLInputElement)) continue;
    field.addEventListener("focus", () => field.select());
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (await copy(field)) button.textContent = button.dataset["done"] ?? "";
    });
  }
}
