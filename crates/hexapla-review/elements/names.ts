// The names of locales, in the language of the room, as the browser has them from CLDR. Without script their tags
// stand alone.

/** Names a locale, where the browser knows a name that is not its tag. */
function nameOf(names: Intl.DisplayNames, tag: string): string | undefined {
  try {
    const name = names.of(tag);
    return name === tag ? undefined : name;
  } catch {
    return undefined;
  }
}

/** Writes names where there is a place for them, and into titles elsewhere. */
function name(): void {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
  for (const it of document.querySelectorAll<HTMLElement>("[data-names]")) {
    const said = nameOf(names, it.dataset.names ?? "");
    if (!said) continue;
    if (it.localName === "small") it.textContent = said;
    else it.title = said;
  }
}

export function names(): void {
  name();
  document.body.addEventListener("htmx:afterSwap", name);
}
