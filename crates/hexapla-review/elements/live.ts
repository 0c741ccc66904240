// What others do, and what changes on disk, is seen without a reload, and never under the typing hand:
// lists are drawn anew; of a unit it is only said that it is another by now.

/** What stands for the texts of a unit as it is now. */
interface Tokens {
  source_token?: string;
  target_token?: string;
}

/** What htmx tells before it asks, and before it puts the answer in place. */
interface Swap {
  elt: Element;
  target: Element;
  shouldSwap: boolean;
  requestConfig?: { triggeringEvent?: Event };
}

async function lookAgain(form: HTMLFormElement): Promise<void> {
  const { unit = "", locale = "", source, target } = form.dataset;
  const answer = await fetch(`/api/unit/${locale}?unit=${encodeURIComponent(unit)}`);
  const now: Tokens = answer.ok ? ((await answer.json()) as Tokens) : {};
  const same = now.source_token === source && now.target_token === target;
  document.getElementById("moved-on")?.toggleAttribute("hidden", same);
}

/** Whether somebody chooses or types in a part of the page. */
function isBusy(part: Element): boolean {
  const active = document.activeElement;
  return active !== null && active !== part && part.contains(active) && active.matches("input,select,textarea");
}

/** What finds an element again that the focus is on, once the part around it was drawn anew. */
function again(part: Element): string | null {
  const it = document.activeElement;
  if (!it || it === part || !part.contains(it)) return null;
  const details = it.matches("summary") ? it.closest("details[id]") : null;
  if (details) return `#${CSS.escape(details.id)} > summary`;
  const names = ["href", "name", "value"].filter((name) => it.hasAttribute(name));
  if (names.length === 0) return null;
  const values = names.map((name) => `[${name}="${CSS.escape(it.getAttribute(name) ?? "")}"]`);
  return `${it.localName}${values.join("")}`;
}

/** Keeps lists that are drawn anew from disturbing who is at work in them: they wait until that is left, and
 * what was opened in them stays open, and what has the focus keeps it. */
function gently(): void {
  let waits = false;
  const isTurn = (detail: Swap) => detail.requestConfig?.triggeringEvent?.type === "hexapla:turn";
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    const { detail } = event as CustomEvent<Swap>;
    if (!isTurn(detail) || !isBusy(detail.elt)) return;
    event.preventDefault();
    waits = true;
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event as CustomEvent<Swap>;
    if (!isTurn(detail)) return;
    if (isBusy(detail.target)) {
      detail.shouldSwap = false;
      waits = true;
      return;
    }
    const open = [...detail.target.querySelectorAll("details[open][id]")].map((it) => it.id);
    const focused = again(detail.target);
    document.body.addEventListener("htmx:afterSwap", () => {
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
      if (focused) document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    }, { once: true });
  });
  document.body.addEventListener("focusout", () => {
    // The focus has moved when this is over.
    setTimeout(() => {
      if (!waits) return;
      waits = false;
      document.body.dispatchEvent(new CustomEvent("hexapla:turn"));
    });
  });
}

export function live(): void {
  const shown = document.body.dataset["turn"];
  // Who is not signed in is told of nothing.
  if (!shown) return;
  gently();
  let seen = Number(shown);
  const events = new EventSource("/live");
  events.addEventListener("turn", (event) => {
    const turn = Number((event as MessageEvent<string>).data);
    if (turn === seen) return;
    seen = turn;
    document.body.dispatchEvent(new CustomEvent("hexapla:turn"));
    const form = document.querySelector<HTMLFormElement>("form.settle");
    // Without a connection the decision itself tells.
    if (form) lookAgain(form).catch(() => undefined);
  });
  events.addEventListener("claim", () => document.body.dispatchEvent(new CustomEvent("hexapla:claim")));
  // A connection that is kept open holds up nobody who leaves.
  addEventListener("pagehide", () => events.close());
}
