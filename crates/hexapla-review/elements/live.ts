// What others do, and what changes on disk, is seen without a reload, and never under the typing hand:
// lists are drawn anew; of a unit it is only said that it is another by now.

/** What stands for the texts of a unit as it is now. */
interface Tokens {
  source_token?: string;
  target_token?: string;
}

async function lookAgain(form: HTMLFormElement): Promise<void> {
  const { unit = "", locale = "", source, target } = form.dataset;
  const answer = await fetch(`/api/unit/${locale}?unit=${encodeURIComponent(unit)}`);
  const now: Tokens = answer.ok ? ((await answer.json()) as Tokens) : {};
  const same = now.source_token === source && now.target_token === target;
  document.getElementById("moved-on")?.toggleAttribute("hidden", same);
}

export function live(): void {
  const shown = document.body.dataset["turn"];
  // Who is not signed in is told of nothing.
  if (!shown) return;
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
