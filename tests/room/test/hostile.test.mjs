/** Hostile strings as source, target, file name, name of an account, handle and search: seen, and harmless. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { CONFIG, House, lacking, lackingCrowd, leave, signIn, unitAt, visit } from "./lab.mjs";

/** What would run, ask for something, or look like a part of the page. */
const SCRIPTS = [
  "<script>boom()</script>", "<img src=x onerror=boom()>", "<svg onload=boom()>", "\"><script>boom()</script>",
  "'><img src=x onerror=boom()>", "<a href=javascript:boom()>x</a>", "[x](javascript:boom())", "<iframe srcdoc='<script>parent.boom()</script>'>",
  "</textarea><script>boom()</script>", "</title><script>boom()</script>", "<style>@import 'https://evil.example/x'</style>", "{{7*7}}",
  "<meta http-equiv=refresh content=0;url=https://evil.example>", "<form action=https://evil.example><button>x", "<base href=https://evil.example>",
  "<details open ontoggle=boom()>", "<math><mtext></form><form><mglyph><style></math><img src onerror=boom()>", "<x hx-get=https://evil.example hx-trigger=load>",
  "<x data-key=a onclick=boom()>", "&lt;script&gt;boom()&lt;/script&gt;", "<!--<script>boom()//-->", "<noscript><p title=\"</noscript><img src=x onerror=boom()>\">",
  "javascript:boom()", "data:text/html,<script>boom()</script>", "` onmouseover=boom() `", "\" autofocus onfocus=boom() x=\"", "<object data=https://evil.example>",
  "<embed src=https://evil.example>", "<link rel=stylesheet href=https://evil.example/x>", "![x](https://evil.example/x.png)",
];
/** What hides, turns, looks like something else, or has no end. */
const SIGNS = [
  "\u202eevil", "\u2066\u2067\u2068", "\u200b\u200b", "a\u0001b", "\u001b[31mred", "\u0007bell", "\ufeffmark", "\u2028line", "раураl", "𝒶𝒷𝒸", "ﬁ①", "a\u0301\u0301\u0301\u0301", "\ud83d\ude00", "\u{e0041}\u{e0042}",
  "ا\u202aب", "x".repeat(900), "ก".repeat(700), "ع".repeat(700), "字".repeat(700), "👨‍👩‍👧‍👦".repeat(60), "\u00ad".repeat(100), "\u202e".repeat(50), "%s%n%x", "../../etc/passwd", "CON", "$(boom)", "';DROP TABLE account;--",
  "\u061c\u200f\u200e", "́́", "ＡＢＣ", "\u0085next",
];
/** How a seed may be written to get past who looks for it. */
const FORMS = [
  (it) => it,
  (it) => it.replace(/[a-z]/g, (sign, at) => (at % 2 ? sign.toUpperCase() : sign)),
  (it) => it.replace(/[<>"'&]/g, (sign) => `&#x${sign.codePointAt(0).toString(16)};`) + "\u200d",
];
/** What it may stand in. */
const WRAPS = [(it) => it, (it) => `Call ${it} now`, (it) => `${it} ${it}`, (it) => `"'>${it}<'"`];
const STRINGS = [...new Set([...SCRIPTS, ...SIGNS].flatMap((seed) => FORMS.map((form) => form(seed))).flatMap((it) => WRAPS.map((wrap) => wrap(it))))];

const skip = lacking();
const houses = {};

/** A text as a message of Fluent says it. */
const message = (it) => it.replace(/[{}]/g, (sign) => `{"${sign}"}`);
/** As much of a text as a name of a file holds. */
const fileName = (it, at) => {
  const signs = [...`n${at}. ${it.replaceAll("/", "\u2215")}`];
  while (Buffer.byteLength(signs.join("")) > 240) signs.pop();
  return signs.join("");
};

before(async () => {
  if (skip) return;
  const page = (of) => STRINGS.map((it, at) => `${of}${at}. ${it}\n`).join("\n");
  const messages = (of) => STRINGS.map((it, at) => `m${at} = ${of}${at}. ${message(it)}\n`).join("");
  const named = Object.fromEntries(STRINGS.map((it, at) => [`src/${fileName(it, at)}.md`, "A file.\n"]));
  [houses.texts, houses.names, houses.people] = await Promise.all([
    House.of({ "src/a.md": page("s"), "out/es/a.md": page("t"), "src/b.ftl": messages("s"), "out/es/b.ftl": messages("t") }),
    House.of(named),
    lackingCrowd() ? undefined : House.crowded(STRINGS),
  ]);
});
after(async () => {
  for (const house of Object.values(houses)) await house?.close();
  await leave();
});

/** What a page must not have: read of a page, or of what would become one. */
const COUNT = `(root, origin) => ({
  foreign: root.querySelectorAll("main script, main iframe, main object, main embed, main link, main style, main img[src]:not([src^='/']), main base, main meta, main [onerror], main [onload], main [onclick], main [onmouseover], main [onfocus], main [ontoggle], main [hx-get^=http], main a[href^='javascript:' i], main a[href^='data:' i], main a[href^=http]").length,
  forms: [...root.forms].filter((it) => new URL(it.getAttribute("action") ?? "/", origin).origin !== origin).length,
})`;

/** Opens a page, looks whether anything ran or asked for anything elsewhere, and gives its text. */
async function look(house, page, path) {
  const elsewhere = [];
  const note = (request) => request.url().startsWith(house.url) || request.url().startsWith("data:") || elsewhere.push(request.url());
  page.on("request", note);
  const answer = await page.goto(path);
  page.off("request", note);
  assert.ok(answer.status() < 500, `${path}: ${answer.status()}`);
  const found = await page.evaluate(`({ boom: globalThis.boomed === true, at: location.origin, ...(${COUNT})(document, location.origin) })`);
  assert.deepEqual({ ...found, elsewhere }, { boom: false, at: house.url, foreign: 0, forms: 0, elsewhere: [] }, path);
  return page.evaluate(() => document.body.textContent);
}

/** A visitor whose browser tells when something runs. */
const watched = (house, work, options) => visit(house, async (page) => {
  await page.addInitScript(() => {
    globalThis.boom = () => {
      globalThis.boomed = true;
    };
  });
  return work(page);
}, options);

/** Which of the strings stand in a text, by the mark before each. */
const marks = (text, of) => STRINGS.filter((_, at) => text.includes(`${of}${at}. `)).length;

/** Takes down how many strings were shown as something. */
const note = (t, kind, count) => {
  assert.ok(count >= 500, `${kind}: ${count}`);
  t.diagnostic(`${count} hostile strings shown as ${kind}`);
};

test("there are enough of them", () => assert.ok(STRINGS.length >= 500, `${STRINGS.length}`));

test("as source and target, on every kind of page", { skip }, async (t) => {
  const house = houses.texts;
  await watched(house, async (page) => {
    const document = await look(house, page, "/document/es?resource=ui%2Fb");
    assert.equal(document.includes("\u202e"), false, "what turns a text is written out");
    note(t, "source", marks(document, "s"));
    note(t, "target", marks(document, "t"));
    const read = await look(house, page, "/document/es?resource=pages%2Fa");
    assert.ok(marks(read, "s") >= 500 && marks(read, "t") >= 500, "and as paragraphs");
    const { pages } = await house.json("/api/queue/es");
    let queued = "";
    for (let at = 1; at <= pages; at += 1) queued += await look(house, page, `/queue/es?page=${at}`);
    assert.ok(marks(queued, "s") >= 500, "and in the queue");
    const { rows } = await house.json("/api/queue/es?collection=ui");
    for (const row of rows.slice(0, 40)) await look(house, page, unitAt("es", row.unit));
  });
});

test("as what is being written, seen as readers see it", { skip }, async (t) => {
  const house = houses.texts;
  await watched(house, async (page) => {
    const { rows } = await house.json("/api/queue/th?collection=pages");
    await page.goto(unitAt("th", rows[0].unit));
    const elsewhere = [];
    page.on("request", (it) => it.url().startsWith(house.url) || it.url().startsWith("data:") || elsewhere.push(it.url()));
    /** Writes a text, and looks at it once it is seen. */
    const write = async (text, name) => {
      await Promise.all([page.waitForResponse(/check\?beside/), page.fill("textarea#text", `mark ${name}\n\n${text}`)]);
      await page.waitForFunction((it) => document.querySelector("#read").textContent.includes(`mark ${it}`), name);
      const found = await page.evaluate(`({ boom: globalThis.boomed === true, at: location.origin, ...(${COUNT})(document, location.origin),
        inside: [...document.querySelectorAll("#read *")].filter((it) => it.id || it.getAttributeNames().some((name) => /^(on|hx-|data-|style)/.test(name)) || it.matches("[href], [src]")).length,
        turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.querySelector("#read").textContent),
        one: document.querySelectorAll("#read, #findings").length })`);
      assert.deepEqual({ ...found, elsewhere }, { boom: false, at: house.url, foreign: 0, forms: 0, inside: 0, turned: false, one: 2, elsewhere: [] }, text);
      return page.locator("#read").innerText();
    };
    for (const [at, text] of SCRIPTS.entries()) await write(text, `s${at}`);
    let seen = 0;
    const some = 24;
    for (let at = 0; at < STRINGS.length; at += some) {
      const texts = STRINGS.slice(at, at + some);
      const read = await write(texts.map((it, place) => `w${at + place}. ${it}`).join("\n\n"), `all${at}`);
      seen += texts.filter((_, place) => read.includes(`w${at + place}. `)).length;
    }
    note(t, "what is being written", seen);
    await write("[*".repeat(20_000), "huge");
  });
});

test("as what was decided: history, offers, activity, launch, critical texts", { skip }, async () => {
  const some = STRINGS.filter((_, at) => at % 9 === 0).slice(0, 24);
  const messages = (more) => some.map((it, at) => `m${at} = Number ${at} ${message(it)}${more}\n`).join("");
  const kept = CONFIG.replace('path}.ftl"\n[collections.pages]', 'path}.ftl"\nkeep_targets = "always"\n[collections.pages]');
  const house = await House.of({ "hexapla.toml": kept, "src/b.ftl": messages(""), "out/es/b.ftl": messages(" es") });
  houses.decided = house;
  for (const [at, it] of some.entries()) {
    const unit = `ui/b#m${at}`;
    await house.decide("es", unit, { text: `m${at} = Número ${at} ${message(it)}`, decision: "accept" });
    if (at % 4 === 0) await house.decide("es", unit, { decision: "reopen", why: it });
    if (at % 4 === 1) await house.decide("th", unit, { text: `m${at} = th ${message(it)}`, decision: "accept" });
  }
  house.build("preview");
  await house.write("src/b.ftl", messages(" changed"));
  await house.until(async () => (await house.json("/api/queue/es?need=stale")).units > 0);
  await watched(house, async (page) => {
    let offered = 0;
    for (let at = 0; at < some.length; at += 1) {
      const shown = await look(house, page, unitAt("es", `ui/b#m${at}`));
      if (at % 4 === 0) assert.match(shown, /mara/, "its history is there");
      await look(house, page, unitAt("th", `ui/b#m${at}`));
      await Promise.all([page.waitForResponse(/offers/), page.click("button[hx-get*='/offers']")]);
      await page.waitForFunction(() => document.querySelector("#offers").textContent.trim() !== "");
      offered += await page.locator(".offers li").count();
      const ran = await page.evaluate(`({ boom: globalThis.boomed === true, ...(${COUNT})(document, location.origin) })`);
      assert.deepEqual(ran, { boom: false, foreign: 0, forms: 0 }, `offers of m${at}`);
      await look(house, page, `/emergency?unit=${encodeURIComponent(`ui/b#m${at}`)}`);
    }
    assert.ok(offered >= 5, `${offered} offers`);
    const activity = await look(house, page, "/activity");
    assert.match(activity, /boom|evil/, "why somebody doubted is told");
    await look(house, page, "/emergency");
    await look(house, page, "/launch/preview");
    assert.ok(await page.locator("details.differ li").count() > 3, "what differs is told");
    const feed = await (await fetch(`${house.url}/activity.atom`)).text();
    assert.equal(/<script|<img|onerror="/i.test(feed), false);
  });
});

test("as names of files", { skip }, async (t) => {
  const house = houses.names;
  await watched(house, async (page) => {
    note(t, "file name", marks(await look(house, page, "/library/pages"), "n"));
    await look(house, page, "/");
    const { items } = await house.json("/api/library/pages");
    const some = items.filter((_, at) => at % 20 === 0);
    for (const { resource } of some) {
      await look(house, page, `/document/es?resource=${encodeURIComponent(resource)}`);
    }
    const { pages } = await house.json("/api/queue/es");
    for (let at = 1; at <= pages; at += 1) await look(house, page, `/queue/es?page=${at}`);
    const { rows } = await house.json("/api/queue/es");
    for (const row of rows.filter((_, at) => at % 10 === 0)) await look(house, page, unitAt("es", row.unit));
  });
});

test("as names of accounts", { skip: skip || lackingCrowd() }, async (t) => {
  const house = houses.people;
  await watched(house, async (page) => {
    await page.goto("/people");
    await signIn(page, "ines");
    await page.waitForURL("**/people");
    await look(house, page, "/people");
    const names = await page.locator("table.people td:nth-child(2)").allTextContents();
    const seen = new Set(names);
    note(t, "name of an account", STRINGS.filter((it) => seen.has(it)).length);
  }, { handle: "" });
});

test("as what is searched for", { skip }, async (t) => {
  const house = houses.texts;
  await watched(house, async (page) => {
    await page.goto("/");
    const found = await page.evaluate(`(async () => {
      const count = ${COUNT};
      const strings = ${JSON.stringify(STRINGS)};
      const one = async (text) => {
        const address = "/queue/th?collection=pages&q=" + encodeURIComponent(text);
        const answer = await fetch(address);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        return { text, status: answer.status, kept: page.querySelector("input[name=q]")?.value, ...count(page, location.origin) };
      };
      const all = [];
      for (let at = 0; at < strings.length; at += 8) all.push(...(await Promise.all(strings.slice(at, at + 8).map(one))));
      return all;
    })()`);
    const bare = (it) => it.trim().replace(/[\r\n]/g, "");
    for (const { text, ...rest } of found) {
      assert.deepEqual(rest, { status: 200, kept: rest.kept, foreign: 0, forms: 0 }, text);
    }
    note(t, "search", found.filter((it) => it.kept !== undefined && bare(it.kept) === bare(it.text)).length);
    for (const [at, text] of STRINGS.entries()) {
      if (at % 24 === 0) await look(house, page, `/queue/th?q=${encodeURIComponent(text)}`);
    }
    for (const text of SCRIPTS) {
      await look(house, page, `/nothing/${encodeURIComponent(text)}`);
      await look(house, page, `/unit/es?unit=${encodeURIComponent(text)}`);
    }
  });
});

test("hostile handles are refused", { skip }, async () => {
  for (const handle of SCRIPTS) {
    const body = { unit: "ui/b#m0", source: "", target: "", text: "m0 = x", decision: "accept", handle };
    const answer = await houses.texts.send("/api/unit/es", body);
    assert.equal(answer.status, 422, handle);
  }
});
