import assert from "node:assert/strict";
import { test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";

import { localize } from "../src/index.js";
import { Element } from "./page.mjs";

const TEXT = `
hello = Hola { $name }
    .title = Saludo de { $name }
    .href = https://evil.example
    .onclick = alert(1)
    .src = https://evil.example/x.js
    .style = display: none
    .srcdoc = <b>no</b>
markup = <b>{ $name }</b>
search =
    .placeholder = Buscar
    .aria-label = Buscar
    .alt = Lupa
broken = Hola { $nobody }
`;

function bundle() {
  const made = new FluentBundle("es", { useIsolating: false });
  made.addResource(new FluentResource(TEXT));
  return made;
}

const element = (id, more = {}, ...rest) => new Element({ "data-l10n-id": id, ...more }, ...rest);
const ana = { "data-l10n-args": '{"name":"Ana"}' };

test("texts and listed attributes are set, and nothing that is followed or run", () => {
  const [hello, search] = [element("hello", { ...ana, href: "/own" }), element("search")];
  assert.deepEqual(localize(new Element({}, [hello, search]), bundle()), []);
  assert.equal(hello.textContent, "Hola Ana");
  const { "data-l10n-id": _, "data-l10n-args": __, ...set } = Object.fromEntries(hello.attributes);
  assert.deepEqual(set, { href: "/own", title: "Saludo de Ana" });
  assert.deepEqual(Object.fromEntries(search.attributes), { "data-l10n-id": "search", placeholder: "Buscar", "aria-label": "Buscar", alt: "Lupa" });
});

test("markup in a translation is text", () => {
  const markup = element("markup", { "data-l10n-args": '{"name":"<script>"}' });
  localize(new Element({}, [markup]), bundle());
  assert.equal(markup.textContent, "<b><script></b>");
});

test("an element that holds others keeps them", () => {
  const inner = new Element();
  const hello = element("hello", ana, [inner], "as it was");
  localize(hello, bundle());
  assert.equal(hello.textContent, "as it was");
  assert.equal(hello.getAttribute("title"), "Saludo de Ana");
});

test("what is run takes no text", () => {
  const all = ["script", "style", "SCRIPT"].map((it) => element("markup", ana, [], "as it was", it));
  localize(new Element({}, all), bundle());
  for (const it of all) assert.equal(it.textContent, "as it was");
});

test("what has no text, or one with an error, stays as it was", () => {
  const all = ["none", "broken"].map((it) => element(it, {}, [], "as it was"));
  const wrong = ["{", "[]", "null", '{"name":{}}', '{"name":["x"]}'].map((it) => element("hello", { "data-l10n-args": it }, [], "as it was"));
  assert.deepEqual(localize(new Element({}, [...all, ...wrong]), bundle()), ["none", "broken", ...wrong.map(() => "hello")]);
  for (const it of [...all, ...wrong]) assert.equal(it.textContent, "as it was");
});

test("language and direction are set where told", () => {
  const html = new Element({}, [element("hello", ana), element("markup", ana)]);
  const page = { documentElement: html, querySelectorAll: (it) => html.querySelectorAll(it) };
  localize(page, bundle());
  assert.equal(html.attributes.size, 0);
  localize(page, bundle(), { lang: "es", dir: "ltr", languages: { markup: "ar" } });
  assert.deepEqual(Object.fromEntries(html.attributes), { lang: "es", dir: "ltr" });
  const marked = () => html.children.map((it) => [it.getAttribute("lang"), it.getAttribute("dir")]);
  assert.deepEqual(marked(), [[null, null], ["ar", "rtl"]]);
  // Nothing is said of languages, then that all is in the page's own.
  localize(page, bundle(), { lang: "es" });
  assert.deepEqual(marked(), [[null, null], ["ar", "rtl"]]);
  localize(page, bundle(), { lang: "es", languages: {} });
  assert.deepEqual(marked(), [[null, null], [null, null]]);
});

test("the root itself is localised", () => {
  const hello = element("hello", ana);
  localize(hello, bundle());
  assert.equal(hello.textContent, "Hola Ana");
});
