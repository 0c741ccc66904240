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
  const query = new URLSearchParams({ unit, target: target ?? "" });
  const answer = await fetch(`/api/unit/${locale}?${query}`);
  // Who is refused is told so by what they do next.
  if (!answer.ok && answer.status !== 404) return;
  const now = answer.ok ? ((await answer.json()) as Tokens) : null;
  tell(now ? moved(now.source_token !== source, now.target_token !== target) : "gone");
}

/** What of a unit is another by now. */
function moved(source: boolean, target: boolean): string {
  if (source && target) return "both";
  if (source) return "source";
  return target ? "target" : "";
}

/** Says on the page of a unit what of it is another by now. */
function tell(what: string): void {
  const note = document.getElementById("moved-on");
  for (const it of note?.querySelectorAll<HTMLElement>("[data-moved]") ?? []) it.hidden = it.dataset["moved"] !== what;
  note?.toggleAttribute("hidden", what === "");
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
  const names = ["href", "name", "value", "aria-label", "aria-labelledby"].filter((name) => it.hasAttribute(name));
  if (names.length === 0) return null;
  const values = names.map((name) => `[${name}="${CSS.escape(it.getAttribute(name) ?? "")}"]`);
  return `${it.localName}${values.join("")}`;
}

/** Keeps the focus where it is while the part of the page around it is drawn anew; where what had it is gone, that part
 * has it, so that nobody who has only a keyboard begins again at the top. */
function hold(): void {
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const { target } = (event as CustomEvent<Swap>).detail;
    if (!target.contains(document.activeElement)) return;
    const { id } = target;
    const focused = again(target);
    document.body.addEventListener("htmx:afterSwap", () => {
      if (document.activeElement !== document.body) return;
      const found = focused ? document.querySelector<HTMLElement>(focused) : null;
      const part = found ?? document.getElementById(id);
      if (part && !found && !part.hasAttribute("tabindex")) part.tabIndex = -1;
      part?.focus({ preventScroll: true });
    }, { once: true });
  });
}

/** Keeps lists that are drawn anew from disturbing who is at work in them: they wait until that is left, and
 * what was opened in them stays open. */
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
    document.body.addEventListener("htmx:afterSwap", () => {
      for (const id of open) document.getElementById(id)?.setAttribute("open", "");
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
  hold();
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
