/** What i18next makes of released JSON, beside what Fluent makes of the same release. */

import assert from "node:assert/strict";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { test } from "node:test";

import { FluentBundle, FluentResource } from "@fluent/bundle";
import i18next from "i18next";

import { HexaplaClient } from "../src/index.js";
import { AS_OF, Example, lacking } from "./example.mjs";
import { fetchFromFolder } from "./folder.mjs";

const LOCALES = ["ar", "de", "en", "es", "es-MX", "fr", "it", "th"];
const NUMBERS = [0, 1, 1.5, 2, 3, 5, 6, 10, 11, 21, 99, 100, 101, 1000, 12345.678, 1_000_000];

/** Words for what i18next knows by one name: a count, and a context. */
const RENAMED = [
  [/\$(?:days|limit|units|words)\b/g, "$count"],
  [/\$(?:kind|rhythm|frequency|who|state|order|change|decision|freshness|need|what|severity|gate|role)\b/g, "$context"],
  // There `locale` is an option of its own, by which numbers are written, and is refused.
  [/\$locale\b/g, "$named"],
  // A term has one text there.
  [/\{\s*(-[\w-]+)\([^)]*\)\s*\}/g, "{ $1 }"],
  [/^(-[\w-]+) =\n((?:[ ].*\n|\n)*)/gm, (_, id, body) => plainTerm(id, body)],
  // This one counts two things.
  [/^coverage-impact =\n(?:[ ].*\n)*/m, ""],
];

function plainTerm(id, body) {
  const text = /\*\[\w+\] (?!\{ \$)(.*)/.exec(body)[1];
  const attributes = [...body.matchAll(/^ {4}\..*\n/gm)].map((it) => it[0]).join("");
  return `${id} = ${text}\n${attributes}\n`;
}

/** The example with messages that JSON can say, released as both. */
async function released() {
  const example = await Example.make();
  const files = (await readdir(example.folder, { recursive: true })).filter((it) => it.endsWith(".ftl"));
  for (const file of files) {
    // What the review room alone says chooses by many names, and by several at once.
    if (/(?:findings|refusals)\.ftl$/.test(file)) {
      await rm(example.path(file));
      continue;
    }
    const text = await readFile(example.path(file), "utf8");
    await writeFile(example.path(file), RENAMED.reduce((it, [from, to]) => it.replace(from, to), text));
  }
  const config = await readFile(example.path("hexapla.toml"), "utf8");
  const forms = 'bundles = ["source", "json", "nested-json"]';
  await writeFile(example.path("hexapla.toml"), config.replace("[collections.ui]", `$&\n${forms}`));
  await rm(example.path("translations/ledger"), { recursive: true });
  await example.run("accept", "--all", "--force");
  await example.publish();
  return example;
}

async function clientOf(example) {
  const options = { store: "https://store.example", channel: "preview", root: await example.root() };
  const client = await HexaplaClient.open({ ...options, fetch: fetchFromFolder(example.store), now: () => Date.parse(AS_OF) });
  await client.update();
  return client;
}

/** Every node of a pattern. */
function* nodes(node) {
  if (node === null || typeof node !== "object") return;
  yield node;
  for (const it of Object.values(node)) yield* nodes(it);
}

/** Arguments for a pattern: every context that it names, and every number where it has one. */
function* samples(pattern) {
  const all = [...nodes(pattern)];
  const variables = (it) => [...nodes(it)].filter((node) => node.type === "var").map((node) => node.name);
  const named = (name) => all.filter((it) => it.type === "func" && it.name === name).flatMap((it) => variables(it.args));
  const numbers = new Set([...named("NUMBER"), ...(variables(pattern).includes("count") ? ["count"] : [])]);
  const chosen = all.filter((it) => it.type === "select" && it.selector.name === "context");
  const contexts = chosen.flatMap((it) => it.variants.map((variant) => variant.key.value));
  const plain = Object.fromEntries(variables(pattern).map((it) => [it, `«${it}»`]));
  const dates = Object.fromEntries(named("DATETIME").map((it) => [it, new Date("2026-03-12T12:00:00Z")]));
  for (const context of contexts.length > 0 ? [...contexts, "something-else"] : [undefined]) {
    for (const number of numbers.size > 0 ? NUMBERS : [0]) {
      const counted = Object.fromEntries([...numbers].map((it) => [it, number]));
      yield { ...plain, ...dates, ...counted, ...(context === undefined ? {} : { context }) };
    }
  }
}

/** The patterns of a file, by the names that they have flat and nested. */
function patternsOf(resource) {
  const messages = resource.body.filter((it) => !it.id.startsWith("-"));
  return messages.flatMap(({ id, value, attributes }) => {
    const names = Object.keys(attributes);
    const own = value ? [{ flat: id, nested: names.length > 0 ? `${id}.value` : id, pattern: value }] : [];
    return [...own, ...names.map((it) => ({ flat: `${id}.${it}`, nested: `${id}.${it}`, pattern: attributes[it] }))];
  });
}

async function readJson(client, locale, form, keySeparator) {
  const texts = JSON.parse(await client.text(`${locale}/ui.${form}`));
  const instance = i18next.createInstance();
  await instance.init({
    lng: locale, fallbackLng: false, showSupportNotice: false, keySeparator, nsSeparator: false, interpolation: { escapeValue: false },
    resources: { [locale]: { translation: texts } },
  });
  return instance;
}

/** Compares every message of a locale; gives how many there are, and how often each form was asked. */
async function compare(client, locale) {
  const resource = new FluentResource(await client.text(`${locale}/ui.ftl`));
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(resource);
  const forms = { flat: await readJson(client, locale, "json", false), nested: await readJson(client, locale, "nested.json", ".") };
  let asked = 0;
  const patterns = patternsOf(resource);
  for (const { pattern, ...names } of patterns) {
    for (const args of samples(pattern)) {
      const expected = bundle.formatPattern(pattern, args, null);
      for (const [form, instance] of Object.entries(forms)) {
        assert.equal(instance.t(names[form], args), expected, `${locale} ${form} ${names[form]} ${JSON.stringify(args)}`);
        asked += 1;
      }
    }
  }
  return { patterns: patterns.length, asked };
}

test("i18next says what Fluent says", { skip: await lacking() }, async (t) => {
  const example = await released();
  try {
    const client = await clientOf(example);
    assert.deepEqual(client.locales, LOCALES);
    const found = [];
    for (const locale of LOCALES) found.push(await compare(client, locale));
    for (const it of found) assert.equal(it.patterns, found[0].patterns, "every locale has every message");
    const asked = found.reduce((sum, it) => sum + it.asked, 0);
    t.diagnostic(`${LOCALES.length} locales × ${found[0].patterns} messages and attributes: ${asked} texts alike`);
    assert.ok(found[0].patterns >= 240 && asked >= 10_000, `${found[0].patterns}, ${asked}`);
  } finally {
    await example.remove();
  }
});
