import assert from "node:assert/strict";
import { test } from "node:test";

import { byCodePoint, canonical, readJson } from "../src/json.js";
import { random } from "./random.mjs";

const read = (text) => readJson(Buffer.from(text));

/** Some JSON of little depth, as a text of random layout. */
function anyJson(chance, depth = 0) {
  const space = () => chance.pick(["", "", " ", "\n\t"]);
  const text = () => JSON.stringify(chance.text());
  const leaf = () => chance.pick([() => "null", () => "true", () => String(chance.below(1e9) - 5e8), text])();
  if (depth === 4 || chance.below(3) === 0) return space() + leaf() + space();
  const items = Array.from({ length: chance.below(4) }, () => anyJson(chance, depth + 1));
  if (chance.below(2) === 0) return `${space()}[${items.join(",")}]${space()}`;
  return `${space()}{${items.map((it, at) => `${space()}${JSON.stringify(at + chance.text())}${space()}:${it}`).join(",")}}${space()}`;
}

const plain = (value) => {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Map ? Object.fromEntries([...value].map(([name, it]) => [name, plain(it)])) : value;
};

test("law: what is read is what every reader of JSON reads, and canonical text is read as the same", () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const text = anyJson(random(seed));
    const value = read(text);
    assert.deepEqual(plain(value), JSON.parse(text), text);
    // In a canonical text a control character stands as it is, which no reader takes.
    assert.equal(canonical(read(canonical(value))), canonical(value));
  }
});

test("law: nothing is read that is no JSON", () => {
  let refused = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const chance = random(seed);
    const text = anyJson(chance);
    const at = chance.below(text.length);
    const broken = text.slice(0, at) + chance.pick(["", "{", "]", ",", '"', "\\", "0", "-", "e", "\u0000"]) + text.slice(at + 1);
    const accepts = (reader) => {
      try {
        reader(broken);
        return true;
      } catch (error) {
        assert.ok(error instanceof SyntaxError, `${error.stack}`);
        return false;
      }
    };
    if (accepts(read)) assert.ok(accepts(JSON.parse), broken);
    else refused += 1;
  }
  assert.ok(refused > 500, `${refused}`);
});

test("names are sorted by code point and little is escaped", () => {
  const text = ' { "b" : [ 1, -2, true, null ], "a\\u0062" : "\\"\\\\\\/é\\u00e9", "a": {} } ';
  assert.equal(canonical(read(text)), '{"a":{},"ab":"\\"\\\\/éé","b":[1,-2,true,null]}');
  assert.equal(canonical(read('{"\\ud83d\\ude00":1,"\\uffee":2}')), '{"\uffee":2,"\u{1f600}":1}');
  assert.equal(canonical(read('{"__proto__":1,"constructor":2}')), '{"__proto__":1,"constructor":2}');
});

test("law: the order of names is that of their bytes", () => {
  for (let seed = 0; seed < 2000; seed += 1) {
    const chance = random(seed);
    const [a, b] = [chance.text(), chance.text()];
    assert.equal(Math.sign(byCodePoint(a, b)), Buffer.compare(Buffer.from(a), Buffer.from(b)), JSON.stringify([a, b]));
  }
});

test("what two readers could read otherwise is refused", () => {
  const texts = [
    '{"a":1,"a":1}', '{"a":{"b":1,"\\u0062":2}}', "1.0", "1e3", "-0", "01", "+1", "9007199254740992", "18446744073709551615",
    "-9007199254740992", "[1] 2", "", " ", "\ufeff1", '"\\ud800"', '"\\udc00\\ud800"', "NaN", "nul", "nullx", "[1,]", '{"a":1,}', "'a'", '"\n"', '"\\x41"', '"', "[", "tru", "-",
  ];
  for (const text of texts) assert.throws(() => read(text), SyntaxError, text);
  assert.throws(() => readJson(Buffer.from([0x22, 0xff, 0x22])), SyntaxError);
  assert.equal(read("9007199254740991"), 9007199254740991);
});

test("more than 32 levels are refused", () => {
  const nested = (depth) => "[".repeat(depth) + "]".repeat(depth);
  assert.ok(read(nested(32)));
  for (const depth of [33, 200, 100_000]) assert.throws(() => read(nested(depth)), SyntaxError, `${depth}`);
  assert.throws(() => read('{"a":'.repeat(33) + "1" + "}".repeat(33)), SyntaxError);
});

test("long strings are read", () => {
  const text = 'a\\"\\n'.repeat(1_000_000);
  assert.equal(read(`"${text}"`).length, 3_000_000);
});
