import assert from "node:assert/strict";
import { test } from "node:test";

import { readJson } from "../src/json.js";
import { readKey, sha256, verifies } from "../src/key.js";
import { direction, isLocale, negotiate } from "../src/locale.js";
import { collision, isPath, urlPath } from "../src/path.js";
import { isChannel } from "../src/role.js";
import { canonical, newKey } from "./kit.mjs";

const keyOf = ({ id, json }) => readKey("root.json", id, readJson(Buffer.from(canonical(json))));

test("law: what a key signed it verifies, and nothing else", async () => {
  for (let at = 0; at < 20; at += 1) {
    const [key, other] = [newKey(), newKey()];
    const read = await keyOf(key);
    assert.equal(read.public, key.json.keyval.public);
    assert.equal(await verifies(read, "text", key.signs("text")), true);
    assert.equal(await verifies(read, "Text", key.signs("text")), false);
    assert.equal(await verifies(read, "text", other.signs("text")), false);
    assert.equal(await verifies(read, "text", key.signs("text").toUpperCase()), false);
    assert.equal(await verifies(read, "text", `${key.signs("text")}00`), false);
  }
});

test("signatures are those of RFC 8032", async () => {
  const key = { public: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c" };
  const good = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
  assert.equal(await verifies(key, "r", good), true);
  // S beyond the order of the group is the same number, and another signature.
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const number = BigInt(`0x${good.slice(64).match(/../g).reverse().join("")}`) + order;
  const longer = number.toString(16).padStart(64, "0").match(/../g).reverse().join("");
  assert.equal(await verifies(key, "r", good.slice(0, 64) + longer), false);
});

test("keys that verify what nobody signed are refused", async () => {
  const weak = [
    "0".repeat(64), `01${"0".repeat(62)}`, `01${"0".repeat(60)}80`, `ec${"f".repeat(60)}7f`, `ed${"f".repeat(60)}7f`, `ee${"f".repeat(60)}7f`,
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85", "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    `02${"0".repeat(62)}`, "00", "zz".repeat(32),
  ];
  for (const text of weak) {
    const key = newKey({ keyval: { public: text } });
    await assert.rejects(keyOf(key), { refusal: "format" }, text);
  }
  assert.equal(await keyOf(newKey({ scheme: "other" })), null);
});

test("a SHA-256 is that of FIPS 180-4", async () => {
  assert.equal(await sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("plain paths are taken", () => {
  for (const path of ["es/ui.ftl", "es-MX/pages/stories/one.md", "ar/files/مثال.html", "a", "com.md", "com10", "council.md", "auxiliary"]) {
    assert.ok(isPath(path), path);
  }
});

test("paths that leave or trick are refused", () => {
  const paths = [
    "", "/", "/etc/passwd", "..", "a/../b", "a//b", "./a", "a/.", "a\\b", "C:/a", "a\0b", "a\nb", "a\x7fb", "a\x85b", ".git/config", "con", "NUL.txt",
    "com1", "a/lpt9.md", "COM¹.txt", "aux .md", "conin$", "a\u2028b", "a\u00adb", "a\u{e0041}b", "a.", "a ", "a/ b", "x\u202efdp.exe", "a\u200bb",
    "a*b", "a|b", "a/".repeat(600), "é".repeat(128),
  ];
  for (const path of paths) assert.ok(!isPath(path), JSON.stringify(path));
});

test("paths that some file system takes for one collide", () => {
  const pairs = [
    ["es/UI.ftl", "es/ui.ftl"], ["es/caf\u00e9.md", "es/cafe\u0301.md"], ["es/CAF\u00c9.md", "es/cafe\u0301.md"], ["es/\u017f.md", "es/s.md"],
    ["es/\u212a.md", "es/k.md"], ["es/\u0130.md", "es/i\u0307.md"], ["es/a", "es/a/b"], ["es/A", "es/a/b"],
  ];
  for (const pair of pairs) assert.notEqual(collision(pair), undefined, `${pair}`);
  for (const pair of [["es/a.md", "es/b.md"], ["es/cafe.md", "es/caf\u00e9.md"], ["es/a", "es/ab/c"]]) assert.equal(collision(pair), undefined, `${pair}`);
});

test("in a URL every other byte is percent-encoded", () => {
  assert.equal(urlPath("es/página (1)!'*.md"), "es/p%C3%A1gina%20%281%29%21%27%2A.md");
  assert.equal(urlPath("a-b_c.d~e/F9"), "a-b_c.d~e/F9");
});

test("a channel is a plain folder", () => {
  for (const text of ["stable", "preview", "v2-beta", "0"]) assert.ok(isChannel(text), text);
  for (const text of ["", "Stable", "a/b", "..", "a.b", "targets", "é", "a\n", "a".repeat(65)]) assert.ok(!isChannel(text), text);
});

test("tags are canonical", () => {
  for (const text of ["es", "es-MX", "zh-Hant-TW", "es-419", "sl-nedis", "de-CH-1996", "ca-valencia"]) assert.ok(isLocale(text), text);
  for (const text of ["", "ES", "es-mx", "zh-hant", "und", "und-Latn", "e", "es_MX", "not a tag", "es-", "root", "timestamp", "snapshot", "targets", "sl-rozaj-nedis", "sl-nedis-nedis", "es\n"]) {
    assert.ok(!isLocale(text), text);
  }
});

test("locales are looked up as RFC 4647 has it", () => {
  const available = ["en", "es", "es-MX", "zh-Hant", "de-CH"];
  const cases = [
    [["es-MX"], "es-MX"], [["es-AR"], "es"], [["ES-mx"], "es-MX"], [["zh-Hant-CN-x-private1"], "zh-Hant"], [["de"], null], [["fr", "es-PE", "en"], "es"],
    [["en-u-ca-buddhist"], "en"], [["*"], null], [[], null], [["zh"], null],
  ];
  for (const [requested, found] of cases) assert.equal(negotiate(requested, available), found, `${requested}`);
  assert.equal(negotiate(["fr"], available, "en"), "en");
});

test("direction follows the script", () => {
  for (const locale of ["ar", "ar-EG", "he", "fa-AF", "ur", "ckb", "az-Arab", "yi", "dv", "uz-Arab-AF"]) assert.equal(direction(locale), "rtl", locale);
  for (const locale of ["en", "es-MX", "th", "ku", "ar-Latn", "zh-Hant", "az", "art"]) assert.equal(direction(locale), "ltr", locale);
});
