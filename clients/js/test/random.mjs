/** Chance from a seed, so that a failure comes again. */
export function random(seed) {
  let state = (seed + 1) * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(next() * end);
  const pick = (items) => items[below(items.length)];
  const letters = ["a", "b", "é", "\u{1f600}", "\uffee", "\u{10ffff}", '"', "\\", "/", " ", "\ud7ff", "\ue000", "ä"];
  const text = () => Array.from({ length: below(5) }, () => pick(letters)).join("");
  return { below, pick, text };
}
