/** Keeps a page up to date, and shows what was verified last whatever fails. */

import { FluentBundle, FluentResource } from "../lib/fluent/index.js";
import { HexaplaClient, cacheStorage, direction, localize } from "../lib/hexapla-client.js";
import { COLLECTIONS, readRelease } from "./release.js";
import { content, head, listed, title } from "./views.js";

/** What the worker calls the pages that it keeps. */
const KEPT = "hexapla site";

const page = document.documentElement;
const { lang: locale, dataset } = page;
const element = (id) => document.getElementById(id);
const read = async (path) => (await fetch(path)).json();

const [site, root, builtIn] = await Promise.all(["../site.json", "../root.json", "release.json"].map(read));
const client = await HexaplaClient.open({
  store: site.store, channel: site.channel, root, builtIn, locales: [locale], collections: COLLECTIONS, timeout: 5_000,
  storage: cacheStorage(`${site.channel} ${locale}`),
});
let release;

/** Puts HTML in place, where it is other than what is there; the focus stays on the same link. */
function put(place, markup) {
  const next = document.createElement("template");
  next.innerHTML = markup;
  if (next.innerHTML === place.innerHTML) return;
  const focused = place.contains(document.activeElement) && document.activeElement.getAttribute("href");
  place.replaceChildren(next.content);
  if (focused) place.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
}

/** Shows the release that the client has; where a part of it is not here the page stays as it is. */
async function show() {
  const next = await readRelease(client, locale, { FluentBundle, FluentResource, direction });
  const shown = next?.documents.find((it) => it.id === dataset.page);
  if (!next || (shown && shown.text === null)) return;
  release = next;
  put(element("head"), head(release, dataset.page));
  put(element("content"), content(release, dataset.page));
  element("updated").dataset.l10nArgs = JSON.stringify({ date: Date.parse(release.asOf) });
  localize(document, release.words.bundle, { lang: locale, dir: direction(locale), languages: release.words.languages });
  document.title = title(release, dataset.page);
  Object.assign(dataset, { release: release.release, version: release.version });
  narrow();
}

/** Lists the items of the library that hold what the reader looks for. */
function narrow() {
  const field = element("search");
  if (!field) return;
  field.hidden = false;
  const wanted = field.value.trim().toLocaleLowerCase(locale);
  const cards = [...element("content").querySelectorAll(".card")];
  for (const it of cards) it.hidden = !it.textContent.toLocaleLowerCase(locale).includes(wanted);
  const markup = document.createElement("template");
  markup.innerHTML = listed(release, cards.filter((it) => !it.hidden).length);
  const text = markup.content.firstElementChild;
  if (element("listed").textContent !== text.textContent) element("listed").textContent = text.textContent;
  element("listed").dataset.l10nArgs = text.dataset.l10nArgs;
}

/** Says how old the text is, loudly where there may be newer that could not be had. */
function tell() {
  const { error, age } = client.status;
  const days = Math.floor((age ?? 0) / 86_400);
  const since = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
  element("age").textContent = age === null ? "" : `(${since})`;
  Object.assign(dataset, { refusal: error ? error.refusal ?? "error" : "", rounds: Number(dataset.rounds ?? 0) + 1 });
  const offline = error && !navigator.onLine && release ? release.words.text("error-offline") : "";
  const standing = error && age !== null ? [offline, element("updated").textContent, `(${since})`].filter(Boolean).join(" ") : "";
  if (element("standing").textContent !== standing) element("standing").textContent = standing;
}

async function update() {
  try {
    if (await client.update()) await show();
  } catch {
    // It is told below, and what was shown stays.
  }
  tell();
}

/** Lets the pages of this language be opened without a network. */
async function keep() {
  if (!("serviceWorker" in navigator)) return;
  // Where one is in charge the browser sees to a newer one by itself, and waiting for that can take long.
  if (!navigator.serviceWorker.controller) await navigator.serviceWorker.register("../worker.js", { scope: "../" });
  const pages = ["index", "library", ...(release?.documents.map((it) => it.id) ?? [])].map((it) => `${it}.html`);
  const all = [...site.shared.map((it) => `../${it}`), ...site.own, ...pages];
  await (await caches.open(KEPT)).addAll(all.map((it) => new URL(it, location).href));
  dataset.kept = "";
}

element("search")?.addEventListener("input", narrow);
await show().catch(() => {});
tell();
await update();
setInterval(update, site.poll * 1_000);
addEventListener("online", update);
document.addEventListener("visibilitychange", () => document.hidden || update());
await keep().catch((error) => console.warn(error));
