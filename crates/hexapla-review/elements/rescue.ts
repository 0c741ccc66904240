// What is decided in one locale of a page of many is sent without leaving the page; where it is refused,
// the reason stands beside what was typed.

/** What htmx tells before it puts an answer into the page. */
interface Swap {
  xhr: XMLHttpRequest;
  requestConfig: { elt: Element };
  target: Element;
  shouldSwap: boolean;
  isError: boolean;
  selectOverride?: string;
  swapOverride?: string;
}

export function rescue(): void {
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const swap = (event as CustomEvent<Swap>).detail;
    const told = swap.requestConfig.elt.closest("form.rescue")?.querySelector(":scope > .told");
    if (!told || swap.xhr.status < 400 || !swap.requestConfig.elt.matches("form")) return;
    Object.assign(swap, { target: told, shouldSwap: true, isError: false, selectOverride: "unset", swapOverride: "innerHTML" });
  });
}
