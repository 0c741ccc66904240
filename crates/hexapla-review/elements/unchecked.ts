// What the checks found is about the text that they looked at: where they cannot look at what was typed since, the
// page says so and why, and not what was found before.

/** What htmx tells when an answer is there, and when there is none. */
interface Asked {
  elt: Element;
  target: Element;
  xhr: XMLHttpRequest;
}

/** Says in the place of what was found that nothing was checked. */
function say({ elt, target, xhr }: Asked): void {
  const pattern = elt.closest("form")?.querySelector<HTMLTemplateElement>("template.unchecked");
  const note = pattern?.content.cloneNode(true) as DocumentFragment | undefined;
  const why = note?.querySelector("span");
  if (!note || !why) return;
  const told = new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector(".notice");
  if (told) why.append(...told.childNodes);
  else why.textContent = pattern?.dataset["why"] ?? "";
  target.replaceChildren(note);
}

/** Whether it is the text of a unit that was to be checked. */
const isCheck = ({ elt }: Asked): boolean => elt.matches("textarea[name=text]");

export function unchecked(): void {
  for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    document.body.addEventListener(name, (event) => {
      const { detail } = event as CustomEvent<Asked>;
      if (isCheck(detail)) say(detail);
    });
  }
  // Once the connection is back, what was typed meanwhile is checked.
  addEventListener("online", () => {
    for (const it of document.querySelectorAll("form:has(p.unchecked) textarea[name=text]")) {
      it.dispatchEvent(new Event("input", { bubbles: true }));
      it.dispatchEvent(new CustomEvent("hexapla:text"));
    }
  });
}
