/** What an editor shows and does, as its client library sees it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Editor, edited, lacking } from "./editor.mjs";

const skip = lacking();

const FILES = {
  "src/main.ftl": "-brand = Harbour\n\n# Greets whoever comes.\nhello = Hello, { $name }. Call 116 000.\nbye = Bye\n",
  "out/es/main.ftl": "-brand = Puerto\n\nhello = Hola, { $name }. Llame al 116 000.\nbye = Adiós\n",
  "src/page.md": "# Help\n\nCall us at any time.\n\nWe do not ask for your name.\n",
  "out/es/page.md": "# Ayuda\n\nLlámenos a cualquier hora.\n\nNo le preguntamos su nombre.\n",
};

const codes = (marks) => marks.map((it) => it.code);

/** Runs a test in an editor, which then ends without complaint. */
const inEditor = (work, options) => async () => {
  const editor = await Editor.open(FILES, options);
  try {
    await work(editor);
  } finally {
    assert.equal(await editor.close(), 0);
  }
};

const CHANGED = FILES["src/main.ftl"].replace("116 000", "116 111");

test("it says what it can", { skip }, inEditor(async ({ server }) => {
  assert.equal(server.info.serverInfo.name, "hexapla");
  assert.deepEqual(server.info.capabilities.executeCommandProvider.commands, ["hexapla.accept", "hexapla.keep", "hexapla.reopen"]);
}));

test("a file that is settled has no marks; one in no project neither", { skip }, inEditor(async (editor) => {
  assert.deepEqual(await editor.show("out/es/main.ftl"), []);
  assert.equal(await editor.ask("textDocument/hover", { textDocument: { uri: "file:///nowhere/a.md" }, position: { line: 0, character: 0 } }), null);
}));

test("what the source changed is marked where its translation stands, and told", { skip }, inEditor(async (editor) => {
  await editor.show("out/es/main.ftl");
  await editor.save("src/main.ftl", CHANGED);
  const [mark] = await editor.until("out/es/main.ftl", (it) => codes(it).includes("stale"));
  assert.deepEqual(mark.range.start, { line: 2, character: 0 });
  assert.match(mark.message, /the source has changed since.*\[-000-\]\{\+111\+\}/s);
  const { contents } = await editor.ask("textDocument/hover", editor.at("out/es/main.ftl", 2, 9));
  assert.match(contents.value, /^\*\*stale\*\* · number/);
  assert.match(contents.value, /116 ~~000~~\*\*111\*\*/);
  assert.match(contents.value, /\*Greets whoever comes\.\*/);
}));

test("a source that is still being written counts already", { skip }, inEditor(async (editor) => {
  await editor.show("src/main.ftl");
  await editor.show("out/es/main.ftl");
  await editor.type("src/main.ftl", 2, CHANGED);
  await editor.until("out/es/main.ftl", (it) => codes(it).includes("stale"));
  const { contents } = await editor.ask("textDocument/hover", editor.at("src/main.ftl", 3, 2));
  assert.match(contents.value, /\*\*stale\*\*: es/);
  assert.match(contents.value, /\*\*missing\*\*: de/);
  await editor.type("src/main.ftl", 3, "000", { start: { line: 3, character: 35 }, end: { line: 3, character: 38 } });
  await editor.until("out/es/main.ftl", (it) => !codes(it).includes("stale"));
}));

test("checks tell of what is typed, at its place", { skip }, inEditor(async (editor) => {
  await editor.show("out/es/main.ftl");
  const marks = await editor.type("out/es/main.ftl", 2, "{ $nombre }", { start: { line: 2, character: 14 }, end: { line: 2, character: 23 } });
  assert.ok(marks.some((it) => it.severity === 1 && it.range.start.line === 2), JSON.stringify(marks));
}));

test("a stale unit is kept, reopened and accepted, and what is recorded is the very text", { skip }, inEditor(async (editor) => {
  await editor.save("src/main.ftl", CHANGED);
  await editor.show("out/es/main.ftl");
  const keep = (await editor.actions("out/es/main.ftl", 2, 3)).get("Still valid: the source's change does not matter here");
  assert.equal(keep.diagnostics[0].code, "stale");
  await editor.do(keep);
  await editor.until("out/es/main.ftl", (it) => !codes(it).includes("stale"));
  const reopen = (await editor.actions("out/es/main.ftl", 2, 3)).get("Needs another look");
  await editor.do(reopen);
  await editor.until("out/es/main.ftl", (it) => codes(it).includes("unverified"));
  const accept = (await editor.actions("out/es/main.ftl", 2, 3)).get("Accept: this says what the source says now");
  await editor.do(accept);
  assert.deepEqual(codes(await editor.until("out/es/main.ftl", (it) => !codes(it).includes("unverified"))), ["number-differs"]);
  const [unit] = JSON.parse(await editor.run("explain", "ui/main#hello", "-l", "es", "--json"));
  assert.equal(unit.freshness, "current");
}));

test("nothing is decided about a text that nobody has seen or saved", { skip }, inEditor(async (editor) => {
  await editor.save("src/main.ftl", CHANGED);
  await editor.show("out/es/main.ftl");
  const accept = (await editor.actions("out/es/main.ftl", 2, 3)).get("Accept: this says what the source says now");
  await editor.type("out/es/main.ftl", 2, " ", { start: { line: 2, character: 14 }, end: { line: 2, character: 14 } });
  assert.ok(![...(await editor.actions("out/es/main.ftl", 2, 3)).values()].some((it) => it.command), "it is not saved");
  await editor.write("src/main.ftl", CHANGED.replace("111", "112"));
  await assert.rejects(editor.do(accept), /no longer as it was shown/);
  assert.equal(JSON.parse(await editor.run("explain", "ui/main#hello", "-l", "es", "--json"))[0].freshness, "stale");
}));

test("nobody decides namelessly", { skip }, inEditor(async (editor) => {
  await editor.save("src/main.ftl", CHANGED);
  await editor.show("out/es/main.ftl");
  const accept = (await editor.actions("out/es/main.ftl", 2, 3)).get("Accept: this says what the source says now");
  await assert.rejects(editor.do(accept), /who are you\?.*hint:/s);
}, {}));

test("the source's change can be made here too, and the source copied", { skip }, inEditor(async (editor) => {
  await editor.save("src/main.ftl", CHANGED);
  await editor.show("out/es/main.ftl");
  const actions = await editor.actions("out/es/main.ftl", 2, 3);
  const before = FILES["out/es/main.ftl"];
  assert.equal(edited(before, actions.get("Make the source's change here too")), before.replace("116 000", "116 111"));
  assert.equal(edited(before, actions.get("Copy the source")), before.replace(/hello = .*/, "hello = Hello, { $name }. Call 116 111."));
}));

test("an earlier translation is offered when the source comes back", { skip }, inEditor(async (editor) => {
  const next = FILES["out/es/main.ftl"].replace("Adiós", "Hasta pronto");
  await editor.write("src/main.ftl", FILES["src/main.ftl"].replace("Bye", "See you"));
  await editor.run("accept", "ui/main#bye", "-l", "es", "--text", "bye = Hasta pronto", "--handle", "mara");
  await editor.save("src/main.ftl", FILES["src/main.ftl"]);
  await editor.show("out/es/main.ftl");
  const take = (await editor.actions("out/es/main.ftl", 3, 2)).get("Take the earlier translation of this source");
  assert.equal(edited(next, take), FILES["out/es/main.ftl"]);
}));

test("blocks of a page are marked, and lead to their sources and back", { skip }, inEditor(async (editor) => {
  await editor.save("src/page.md", FILES["src/page.md"].replace("at any time", "day and night"));
  const marks = await editor.show("out/es/page.md");
  assert.deepEqual(marks.map((it) => [it.code, it.range.start.line]), [["stale", 2]]);
  const [there] = await editor.ask("textDocument/definition", editor.at("out/es/page.md", 4, 5));
  assert.deepEqual([there.uri, there.range.start.line], [editor.uri("src/page.md"), 4]);
  await editor.show("src/page.md");
  const back = await editor.ask("textDocument/definition", editor.at("src/page.md", 4, 5));
  assert.deepEqual(back.map((it) => [it.uri, it.range.start.line]), [[editor.uri("out/es/page.md"), 4]]);
}));

test("codes of the source and missing messages are completed", { skip }, inEditor(async (editor) => {
  await editor.show("out/es/main.ftl");
  const text = "-brand = Puerto\n\nhello = Hola, {\n";
  await editor.type("out/es/main.ftl", 2, text);
  const labels = async (line, character) => (await editor.ask("textDocument/completion", editor.at("out/es/main.ftl", line, character))).map((it) => it.label);
  await editor.type("out/es/main.ftl", 3, "-brand = Puerto\n\nhello = Hola, { \"\" }\nb\n");
  assert.deepEqual(await labels(3, 1), ["bye"]);
  const inside = await labels(2, 16);
  assert.equal(inside[0], "{ $name }");
  assert.ok(inside.includes("{ -brand }"), `${inside}`);
}));

const GLOSSARY = `version = 1
source_locale = "en"

[terms.brand]
term = "brand name"
definition = "What we are called."
targets.es = { preferred = "nombre de marca", forbidden = ["logo"], note = "en singular" }
`;

test("terms of the glossary are completed, and explained", { skip }, inEditor(async (editor) => {
  const config = await editor.read("hexapla.toml");
  await editor.save("glossary.toml", GLOSSARY);
  await editor.save("hexapla.toml", `glossary = ["glossary.toml"]\n${config}`);
  await editor.save("src/page.md", "# Help\n\nOur brand name is short.\n\nWe do not ask for your name.\n");
  await editor.save("out/es/page.md", "# Ayuda\n\nNuestro nombre d\n\nNo le preguntamos su nombre.\n");
  await editor.show("out/es/page.md");
  const all = await editor.ask("textDocument/completion", editor.at("out/es/page.md", 2, 16));
  const item = all.find((it) => it.label === "nombre de marca");
  assert.equal(item.detail, "for `brand name`");
  assert.match(item.documentation.value, /What we are called.*en singular.*do not use: logo/s);
  assert.deepEqual(item.textEdit.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 16 } });
  const elsewhere = await editor.ask("textDocument/completion", editor.at("out/es/page.md", 4, 6));
  assert.ok(!elsewhere.some((it) => it.label === "nombre de marca"), JSON.stringify(elsewhere));
  await editor.show("src/page.md");
  const source = await editor.ask("textDocument/hover", editor.at("src/page.md", 2, 6));
  assert.match(source.contents.value, /^\*\*brand name\*\*.*What we are called.*es: nombre de marca/s);
  assert.doesNotMatch((await editor.ask("textDocument/hover", editor.at("src/page.md", 2, 1))).contents.value, /brand/);
  await editor.type("out/es/page.md", 2, "logos", { start: { line: 2, character: 8 }, end: { line: 2, character: 16 } });
  const target = await editor.ask("textDocument/hover", editor.at("out/es/page.md", 2, 10));
  assert.match(target.contents.value, /^\*\*logos\*\* · brand name.*use: nombre de marca.*do not use: logo/s);
}));

test("places are counted as the client counts them", { skip }, inEditor(async (editor) => {
  await editor.save("out/es/main.ftl", "-brand = Puerto\n\nhello = 🌍🌍 { $nada }\nbye = Adiós\n");
  const marks = await editor.show("out/es/main.ftl");
  const bad = marks.find((it) => it.severity === 1);
  const line = "hello = 🌍🌍 { $nada }";
  assert.ok(bad.range.start.line === 2 && bad.range.end.character <= line.length, JSON.stringify(bad));
}));

test("a broken config is told, and the last good one goes on", { skip }, inEditor(async (editor) => {
  await editor.show("out/es/main.ftl");
  await editor.save("hexapla.toml", "version = \"one\"");
  await editor.type("out/es/main.ftl", 2, "bye = { $x }\n");
  assert.ok(editor.said.some((it) => /hexapla\.toml/.test(it)), `${editor.said}`);
}));

test("what is no request gets an error, and the server stays", { skip }, inEditor(async (editor) => {
  await assert.rejects(editor.ask("textDocument/rename", {}), /not spoken here/);
  await assert.rejects(editor.ask("workspace/executeCommand", { command: "hexapla.accept", arguments: [{ uri: 1 }] }));
  await assert.rejects(editor.ask("textDocument/hover", { nothing: true }));
  assert.deepEqual(await editor.show("out/es/main.ftl"), []);
}));
