/** A translator's story: by keyboard alone, with nothing lost. */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import AxeBuilder from "@axe-core/playwright";

import { House, lacking, leave, unitAt, visit } from "./lab.mjs";

const skip = lacking();
const MANY = 20;

/** A project of so many messages that were translated, and whose sources have changed since. */
async function stale(house) {
  const line = (word, of) => Array.from({ length: MANY }, (_, at) => `m${at} = ${word} ${at}${of}\n`).join("");
  await house.write("src/a.ftl", line("Word", ""));
  await house.write("out/es/a.ftl", line("Palabra", ""));
  for (let at = 0; at < MANY; at += 1) {
    const shown = await house.json(`/api/unit/es?unit=${encodeURIComponent(`ui/a#m${at}`)}`);
    const body = { unit: shown.unit, source: shown.source_token, target: shown.target_token, text: shown.target, decision: "accept", handle: "mara" };
    const answer = await fetch(`${house.url}/api/unit/es`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, await answer.text());
  }
  await house.write("src/a.ftl", line("Word", "!"));
  const waiting = async () => (await house.json("/api/queue/es?need=stale")).units;
  for (let tries = 0; (await waiting()) < MANY; tries += 1) {
    assert.ok(tries < 100, "the change is seen");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until a change on disk was seen. */
async function seen(house, unit) {
  const isThere = async () => (await house.json("/api/queue/es?q=plain")).rows.some((it) => it.unit === unit);
  for (let tries = 0; !(await isThere()); tries += 1) {
    assert.ok(tries < 100, "the change is seen");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let house;
before(async () => {
  if (!skip) house = await House.of({});
});
after(async () => {
  await house?.close();
  await leave();
});

test("twenty stale units by keyboard: one key to keep, two and the typing to edit", { skip }, async (t) => {
  await stale(house);
  await visit(house, async (page) => {
    let keys = 0;
    const press = async (key) => {
      keys += 1;
      await page.keyboard.press(key);
    };
    await page.goto("/queue/es?need=stale");
    await press("Enter");
    await page.waitForURL("**/unit/es**");
    for (let at = 0; at < MANY; at += 1) {
      const here = await page.getAttribute("form.settle", "data-unit");
      if (at % 2 === 0) {
        await press("v");
      } else {
        await press("e");
        await page.fill("textarea#text", `${here.split("#")[1]} = Palabra nueva ${at}`);
        await press("Control+Enter");
      }
      if (at < MANY - 1) await page.waitForFunction((unit) => document.querySelector("form.settle")?.dataset.unit !== unit, here);
    }
    await page.waitForURL("**/queue/es**");
    assert.equal((await house.json("/api/queue/es?need=stale")).units, 0);
    assert.equal((await house.read("out/es/a.ftl")).match(/nueva/g).length, MANY / 2);
    // One to begin, one for each that is kept, two for each that is edited.
    assert.equal(keys, 1 + MANY / 2 + MANY);
    t.diagnostic(`${(keys - 1) / MANY} keystrokes a unit, without the typing`);
  });
});

test("what was typed survives a reload and a lost connection, and is gone once it is accepted", { skip }, async () => {
  await house.write("src/b.ftl", "d = Draft\n");
  await visit(house, async (page, context) => {
    await page.goto(unitAt("es", "ui/b#d"));
    await page.fill("textarea#text", "d = Borrador a medias");
    await page.reload();
    assert.equal(await page.inputValue("textarea#text"), "d = Borrador a medias");
    assert.ok(await page.isVisible("#draft"));
    await context.setOffline(true);
    await page.keyboard.press("e");
    await page.fill("textarea#text", "d = Borrador");
    await page.keyboard.press("Control+Enter").catch(() => undefined);
    await context.setOffline(false);
    // The page that tells of the lost connection may still be coming.
    await page.goto(unitAt("es", "ui/b#d")).catch(() => page.goto(unitAt("es", "ui/b#d")));
    assert.equal(await page.inputValue("textarea#text"), "d = Borrador");
    await page.keyboard.press("e");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((url) => !url.search.includes("b%23d"));
    assert.equal(await house.read("out/es/b.ftl"), "d = Borrador\n");
    await page.goto(unitAt("es", "ui/b#d"));
    assert.ok(await page.isHidden("#draft"));
  });
});

test("changes on disk appear without a reload, and never under the typing hand", { skip }, async () => {
  await house.write("src/c.ftl", "first = First\n");
  await visit(house, async (page) => {
    await page.goto("/queue/es");
    await page.waitForSelector("text=ui/c#first");
    await house.write("src/c.ftl", "first = First\nsecond = Second\n");
    await page.waitForSelector("text=ui/c#second");
    await page.goto(unitAt("es", "ui/c#first"));
    await page.fill("textarea#text", "first = Prim");
    await house.write("src/c.ftl", "first = The first\nsecond = Second\n");
    await page.waitForSelector("#moved-on:visible");
    assert.equal(await page.inputValue("textarea#text"), "first = Prim");
  });
});

test("checks and what readers get follow the typing", { skip }, async (t) => {
  await house.write("src/d.ftl", "n = { $n ->\n    [one] { $n } child\n   *[other] { $n } children\n}\n");
  await visit(house, async (page) => {
    await page.goto(unitAt("ar", "ui/d#n"));
    const waits = [];
    for (const [text, shown] of [
      ["n = { $n ->\n    [one] طفل\n   *[other] أطفال\n}", ".said tr:nth-child(6)"],
      ["n = أطفال", ".findings li"],
      ["n = { $n", ".findings .error"],
    ]) {
      const began = Date.now();
      await page.fill("textarea#text", text);
      await page.waitForSelector(shown);
      waits.push(Date.now() - began);
    }
    t.diagnostic(`${waits.join(", ")} ms from a change to what it gives`);
  });
});

test("placeables, the source and other texts go in by a key", { skip }, async () => {
  await house.write("src/e.ftl", "greeting = Hello { $name }, from { $place }\n");
  await visit(house, async (page) => {
    await page.goto(unitAt("es", "ui/e#greeting"));
    await page.fill("textarea#text", "greeting = Hola ");
    await page.press("textarea#text", "Alt+i");
    await page.press("textarea#text", "Alt+i");
    assert.match(await page.inputValue("textarea#text"), /\$name[^]*\$place/);
    await page.press("textarea#text", "Escape");
    await page.keyboard.press("c");
    assert.equal(await page.inputValue("textarea#text"), "greeting = Hello { $name }, from { $place }");
    await page.press("textarea#text", "Escape");
    await page.keyboard.press("o");
    await page.waitForSelector("#offers *");
  });
});

const GLOSSARY = `version = 1
source_locale = "en"

[terms.helpline]
term = "helpline"
definition = "A number where children are listened to."
targets.ar = "خط مساعدة"
targets.es = { preferred = "línea de ayuda", admitted = ["línea amiga"], forbidden = ["línea caliente"] }

[terms.child]
term = "child"
targets.ar = "طفل"
targets.es = ["niña", "niño"]
`;

/** A room of a project with a glossary, and the same of it in Arabic. */
const WITH_TERMS = {
  "glossary.toml": GLOSSARY,
  "src/t.ftl": "call = Every child may call the helpline\n",
  "out/ar/t.ftl": "call = لكل طفل أن يتصل\n",
};

test("the terms of a source stand beside it, and go in by a key", { skip }, async () => {
  const other = await House.of(WITH_TERMS, { glossary: ["glossary.toml"] });
  try {
    await visit(other, async (page) => {
      await page.goto(unitAt("es", "ui/t#call"));
      assert.deepEqual(await page.locator(".terms .name").allTextContents(), ["child", "helpline"]);
      assert.equal(await page.locator(".terms .avoid span").textContent(), "línea caliente");
      await page.fill("textarea#text", "call = Cada ");
      await page.press("textarea#text", "Alt+t");
      await page.press("textarea#text", "Alt+t");
      assert.equal(await page.inputValue("textarea#text"), "call = Cada niñalínea de ayuda");
      await page.press("textarea#text", "Escape");
      await page.keyboard.press("t");
      assert.match(await page.inputValue("textarea#text"), /ayudaniña$/);
      await page.fill("textarea#text", "call = Cada ");
      await page.click("text=línea amiga");
      assert.equal(await page.inputValue("textarea#text"), "call = Cada línea amiga");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "text");
    });
    await visit(other, async (page) => {
      await page.goto(unitAt("ar", "ui/t#call"));
      const first = page.locator(".terms li").first();
      assert.equal(await first.locator(".tag").textContent(), "used");
      assert.equal(await page.locator(".terms li").nth(1).locator(".tag").count(), 0);
      assert.deepEqual(await first.locator("button span[lang]").evaluate((it) => [it.lang, it.dir]), ["ar", "rtl"]);
      const found = await new AxeBuilder({ page }).include(".terms").analyze();
      assert.deepEqual(found.violations.map((it) => it.id), []);
    });
    await visit(other, async (page) => {
      await page.goto(unitAt("es", "ui/t#call"));
      assert.ok((await page.locator(".terms").textContent()).includes("A number where children are listened to."));
    }, { javaScriptEnabled: false });
  } finally {
    await other.close();
  }
});

test("translations of like texts are offered, and taken over whole", { skip }, async () => {
  const other = await House.of({
    "src/a.ftl": "any = You can call us any day.\nevery = You can call us every day.\n",
    "out/es/a.ftl": "any = Puede llamarnos cualquier día.\n",
  });
  try {
    const shown = await other.json(`/api/unit/es?unit=${encodeURIComponent("ui/a#any")}`);
    const body = { unit: shown.unit, source: shown.source_token, target: shown.target_token, text: shown.target, decision: "accept", handle: "mara" };
    const answer = await fetch(`${other.url}/api/unit/es`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    assert.equal(answer.status, 200, await answer.text());
    await visit(other, async (page) => {
      await page.goto(unitAt("es", "ui/a#every"));
      await page.click("main h1");
      await page.keyboard.press("o");
      await page.waitForSelector("#offers .offers");
      const offer = page.locator("#offers li", { hasText: "ui/a#any" });
      assert.match(await offer.textContent(), /\[-any-\]\{\+every\+\}/);
      await offer.locator("button").click();
      assert.equal(await page.inputValue("textarea#text"), "every = Puede llamarnos cualquier día.");
    });
  } finally {
    await other.close();
  }
});

test("everything is done without scripts too", { skip }, async () => {
  await house.write("src/f.ftl", "plain = Plain\n");
  await seen(house, "ui/f#plain");
  await visit(house, async (page) => {
    await page.goto("/queue/es?q=plain");
    await page.click("text=Plain");
    await page.fill("textarea#text", "plain = Sencillo");
    await page.fill(".decide input[name=handle]", "joaquin");
    await page.click("button[value=accept]");
    await page.waitForURL("**/queue/es**");
    assert.equal(await house.read("out/es/f.ftl"), "plain = Sencillo\n");
  }, { javaScriptEnabled: false, handle: "" });
});
