/** The pages, as HTML: the same on the computer that builds the site and in a reader's browser. */

import { html, raw } from "./html.js";

export const NAME = "Safer Online Network";

/** Whether two tags are of one language, so that its readers need no notice. */
const isRead = (locale, other) => !other || locale.split("-")[0] === other.split("-")[0];

/** Noon, so that a day is that day wherever the reader is. */
const noon = (day) => Date.parse(`${day}T12:00:00Z`);

const find = (release, page) => release.documents.find((it) => it.id === page);

/** The heading of a page, as a text. */
export function heading({ words, ...release }, page) {
  if (page === "index") return NAME;
  return page === "library" ? words.text("library-title") : find(release, page).title;
}

/** What the browser's tab says. */
export const title = (release, page) => (page === "index" ? NAME : `${heading(release, page)} · ${NAME}`);

/** The heading, with what has to be said before the text. */
export function head(release, page) {
  const { words } = release;
  if (page === "index") return html`<h1 lang="en" dir="ltr">${NAME}</h1>${words.element("p", "footer-mission", undefined, html` class="lead"`)}`;
  if (page === "library") return html`${words.element("h1", "library-title")}${words.element("p", "library-introduction", undefined, html` class="lead"`)}`;
  const it = find(release, page);
  return html`<h1${words.language(it.languages.title)}>${it.title}</h1>
<p class="lead"${words.language(it.languages.description)}>${it.description}</p>${notices(release, it)}`;
}

/** What a reader should know of the text: that it is in another language, or older than its source. */
function notices({ words, locale }, it) {
  const language = /^<article lang="([^"]+)"/.exec(it.text ?? "")?.[1];
  const found = [];
  if (!isRead(locale, language)) found.push(words.element("p", "language-fallback", { language: words.name(language) }));
  if (it.older.count > 0 && it.older.from) found.push(words.element("p", "notice-translated-from", { date: noon(it.older.from) }));
  if (it.older.count > 0) found.push(words.element("p", "notice-older-parts", { count: it.older.count }));
  if (it.collection === "helplines" && isRead(locale, language) && marked(it.text, locale).count > 0) found.push(words.element("p", "notice-helpline-withheld"));
  const original = html`<p>${words.element("a", "notice-see-original", { language: words.name("en") }, html` href="../en/${it.id}.html" hreflang="en"`)}</p>`;
  return found.length > 0 && html`<div class="notice">${found}${locale !== "en" && original}</div>`;
}

const BLOCK = /<(p|div|h[1-6]|span)(?: [^>]*?)? lang="([\w-]+)" dir="\w+"[^>]*>/g;

/** A document, in which each block that a reader may not read is told. */
function marked(text, locale, note = () => "") {
  let count = 0;
  const shown = (text ?? "").replace(BLOCK, (open, tag, language) => {
    if (isRead(locale, language)) return open;
    count += 1;
    return `${open}${note(tag, language)}`;
  });
  return { count, shown };
}

/** The text of a page. */
export function content(release, page) {
  if (page === "index") return contents(release);
  if (page === "library") return library(release);
  const { words, locale } = release;
  const note = (tag, language) => {
    const id = /^(?:p|div)$/.test(tag) ? "notice-fallback" : "language-part";
    const own = words.languages[id] ? words.language(words.languages[id]) : html` ${words.own}`;
    return html`<small class="part"${own}>${words.text(id, { language: words.name(language) })}</small> `;
  };
  return raw(marked(find(release, page).text, locale, note).shown);
}

const contents = ({ words, documents }) => html`<ul class="cards short">${documents.map((it) => html`
<li class="card${it.collection === "helplines" && " urgent"}"><h2${words.language(it.languages.title)}><a href="${it.id}.html">${it.title}</a></h2>
<p${words.language(it.languages.description)}>${it.description}</p></li>`)}</ul>`;

const library = (release) => html`<ul class="cards">${release.library.map((it) => card(release, it))}</ul>`;

/** Where the site has a file: documents are pages of their own, whatever collection they are of. */
const placeOf = (path) => path.replace(/\/[^/]+\/([^/]+)\.md$/, "/$1.html");

function card({ words, locale }, it) {
  const { languages, older, available_in: available } = it;
  const others = available.length > 0 && !available.includes(locale);
  const links = available.map((other) => html`<li><a href="../${placeOf(it.files[other])}" hreflang="${other}">${words.name(other)}</a></li>`);
  return html`
<li class="card"><p class="kind">${words.element("span", "resource-kind", { kind: it.kind })} · ${words.element("span", "resource-published", { publisher: it.publisher, year: String(it.year) })}</p>
<h2${words.language(languages.title)}>${it.title}</h2>
<p${words.language(languages.summary)}>${it.summary}</p>
${older.count > 0 && older.from && words.element("p", "notice-translated-from", { date: noon(older.from) }, html` class="quiet"`)}
${available.length > 0 && words.element("p", "resource-available-in", { languages: words.list(available) }, html` class="available"`)}
${others && words.element("p", "resource-not-in-yours", undefined, html` class="quiet"`)}
<ul class="languages">${links}</ul></li>`;
}

/** How many of the library's items are listed. */
export const listed = ({ words, library: { length } }, count = length) =>
  words.element("p", "library-count", { count, total: length }, html` id="listed" role="status"`);

/** The whole file of a page. `locales` are those of the site, `store` is where the browser asks for news. */
export const file = (release, page, { locales, store }) => html`<!doctype html>
<html ${release.words.own} data-page="${page}" data-release="${release.release}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ${store}; base-uri 'none'; form-action 'none'">
<title>${title(release, page)}</title>
<link rel="stylesheet" href="../site/style.css">
<link rel="icon" href="images/lantern.svg">
${locales.map((it) => html`<link rel="alternate" hreflang="${it}" href="../${it}/${page}.html">
`)}<script type="module" src="../site/app.js"></script>
</head>
<body>
${release.words.element("a", "skip-to-content", undefined, html` href="#main" class="skip"`)}
${top(release, page, locales)}
<main id="main" tabindex="-1">
<p id="standing" role="status"></p>
<div id="head">${head(release, page)}</div>
${page === "library" && search(release)}
<div id="content">${content(release, page)}</div>
</main>
${aside(release)}
${foot(release)}
</body>
</html>
`;

function top({ words, locale }, page, locales) {
  const entry = (id, to, more) => words.element("a", id, undefined, html` href="${to}.html"${to === page && html` aria-current="page"`}${more}`);
  const native = (it) => new Intl.DisplayNames([it], { type: "language" }).of(it);
  const link = (it) => html`<li><a href="../${it}/${page}.html" hreflang="${it}" ${it === locale ? html`aria-current="true"` : html`lang="${it}"`}>${native(it)}</a></li>`;
  return html`<header>
<a class="brand" href="index.html"><img src="images/lantern.svg" alt="" width="64" height="36"><bdi lang="en">${NAME}</bdi></a>
<nav data-l10n-id="nav-main" aria-label="${words.text("nav-main", {}, "aria-label")}">${entry("nav-home", "index")}${entry("nav-library", "library")}${entry("nav-help", "get-help", html` class="help"`)}</nav>
<nav class="switch" data-l10n-id="language-switch" aria-label="${words.text("language-switch", {}, "aria-label")}"><details><summary>${native(locale)}</summary><ul>${locales.map(link)}</ul></details></nav>
</header>`;
}

const search = (release) => html`<div class="search">${release.words.element("label", "search-submit", undefined, html` for="search"`)}
<input type="search" id="search" data-l10n-id="search" placeholder="${release.words.text("search", {}, "placeholder")}" autocomplete="off" hidden>
${listed(release)}</div>`;

const aside = ({ words }) => html`<aside aria-labelledby="not-alone">${words.element("h2", "help-not-alone", undefined, html` id="not-alone"`)}
${words.element("p", "help-europe")}${words.element("p", "help-danger")}</aside>`;

const foot = ({ words, asOf }) => html`<footer>${words.element("p", "footer-example")}
<p>${words.element("span", "footer-updated", { date: Date.parse(asOf) }, html` id="updated"`)} <span id="age"></span></p>
${words.element("p", "footer-licence", { year: asOf.slice(0, 4) })}</footer>`;
