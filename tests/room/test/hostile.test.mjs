/** Hostile strings as source, target, file name, handle and search: seen, and harmless. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { House, lacking, leave, visit } from "./lab.mjs";

const SCRIPTS = [
  "<script>boom()</script>", "<img src=x onerror=boom()>", "<svg onload=boom()>", "\"><script>boom()</script>",
  "'><img src=x onerror=boom()>", "<a href=javascript:boom()>x</a>", "[x](javascript:boom())", "<iframe srcdoc='<script>parent.boom()</script>'>",
  "</textarea><script>boom()</script>", "</title><script>boom()</script>", "<style>@import 'https://evil.example/x'</style>", "{{7*7}}",
  "<meta http-equiv=refresh content=0;url=https://evil.example>", "<form action=https://evil.example><button>x", "<base href=https://evil.example>",
  "<details open ontoggle=boom()>", "<math><mtext></form><form><mglyph><style></math><img src onerror=boom()>", "<x hx-get=https://evil.example hx-trigger=load>",
  "<x data-key=a onclick=boom()>", "&lt;script&gt;boom()&lt;/script&gt;", "<!--<script>boom()//-->", "<noscript><p title=\"</noscript><img src=x onerror=boom()>\">",
  "javascript:boom()", "data:text/html,<script>boom()</script>", "` onmouseover=boom() `",
];
const SIGNS = [
  "\u202eevil", "\u2066\u2067\u2068", "\u200b\u200b", "a\u0000b", "\u001b[31mred", "\u0007bell", "\ufeffmark", "\u2028line", "раураl", "𝒶𝒷𝒸", "ﬁ①", "a\u0301\u0301\u0301\u0301", "\ud83d\ude00", "\u{e0041}\u{e0042}",
  "ا\u202aب", "x".repeat(5000), "ก".repeat(3000), "ع".repeat(3000), "字".repeat(3000), "👨‍👩‍👧‍👦".repeat(200), "\u00ad".repeat(100), "‮".repeat(50), "%s%n%x", "../../etc/passwd", "CON", "$(boom)", "';DROP TABLE account;--",
];
/** Each by itself, between words, and twice: more than 500 in all, with the places that they stand in. */
const STRINGS = [...SCRIPTS, ...SIGNS].flatMap((it) => [it, `Call ${it} now`, `${it}${it}`]);

const skip = lacking();
let house;
before(async () => {
  if (skip) return;
  const page = (of) => STRINGS.map((it) => it.replaceAll("\0", "").replace(/\n/g, " ")).map((it) => `${of} ${it}\n`).join("\n");
  const message = (it) => it.replace(/[{}\n\r\0]/g, "");
  const messages = STRINGS.map((it, at) => `m${at} = w ${message(it)}\n`).join("");
  house = await House.of({
    "src/a.md": page("One"), "out/es/a.md": page("Uno"), "src/b.ftl": messages, "out/es/b.ftl": messages,
    "src/<img src=x onerror=boom()>.md": "A file with a name.\n", "src/c & d \"e\" 'f'.md": "Another one.\n",
  });
});
after(async () => {
  await house?.close();
  await leave();
});

/** Opens a page and looks whether anything ran, or asked for anything elsewhere. */
async function look(page, path) {
  const elsewhere = [];
  const note = (request) => request.url().startsWith(house.url) || request.url().startsWith("data:") || elsewhere.push(request.url());
  page.on("request", note);
  const answer = await page.goto(path);
  page.off("request", note);
  assert.ok(answer.status() < 500, `${path}: ${answer.status()}`);
  const found = await page.evaluate(() => ({
    boom: globalThis.boomed === true,
    at: location.origin,
    foreign: document.querySelectorAll("main script, main iframe, main img[src], main base, main meta, main [onerror], main [onload], main [onclick], main [onmouseover], main [hx-get^=http]").length,
    forms: [...document.forms].filter((it) => new URL(it.action).origin !== location.origin).length,
  }));
  assert.deepEqual({ ...found, elsewhere }, { boom: false, at: house.url, foreign: 0, forms: 0, elsewhere: [] }, path);
}

test("hostile strings are harmless wherever they are shown", { skip }, async (t) => {
  let shown = 0;
  await visit(house, async (page) => {
    await page.addInitScript(() => {
      globalThis.boom = () => {
        globalThis.boomed = true;
      };
    });
    await look(page, "/document/es?resource=pages%2Fa");
    await look(page, "/document/es?resource=ui%2Fb");
    shown += 4 * STRINGS.length;
    const pages = (await house.json("/api/queue/es")).pages;
    for (let at = 1; at <= pages; at += 1) await look(page, `/queue/es?page=${at}`);
    const { rows } = await house.json("/api/queue/es");
    for (const row of rows) await look(page, `/unit/es?unit=${encodeURIComponent(row.unit)}`);
    for (const [at, text] of STRINGS.entries()) {
      if (at % 3 === 0) await look(page, `/queue/es?q=${encodeURIComponent(text.slice(0, 900))}`);
      shown += at % 3 === 0 ? 1 : 0;
    }
    await look(page, "/library/pages");
    for (const text of SCRIPTS) {
      await look(page, `/nothing/${encodeURIComponent(text)}`);
      await look(page, `/unit/es?unit=${encodeURIComponent(text)}`);
      shown += 2;
    }
  });
  assert.ok(shown >= 500, `${shown}`);
  t.diagnostic(`${shown} hostile strings shown`);
});

test("hostile handles are refused", { skip }, async () => {
  for (const handle of SCRIPTS) {
    const body = { unit: "ui/b#m0", source: "", target: "", text: "m0 = x", decision: "accept", handle };
    const answer = await fetch(`${house.url}/api/unit/es`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    assert.equal(answer.status, 422, handle);
  }
});
