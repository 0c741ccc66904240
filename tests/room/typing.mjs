/** How long after a keystroke its checks stand on the page: `node typing.mjs [UNITS]`, to be run while nothing else
 * works. Prints the median, nine of ten and 95 of 100 for messages, for pages and for both.
 *
 * Counted from the event of the key to the moment that what came of it is in the page. A key that is followed
 * by another before its answer is there counts as answered with that one, as it is for who types. */

import { asking, House, leave, unitAt, visit } from "./test/lab.mjs";

const LOCALE = "es";
/** Between two keys, in milliseconds: eight a second, as somebody types who is quick. */
const PAUSE = 125;
const TEXT = "quiero decir algo más ";

const units = Number(process.argv[2] ?? 10);
const house = await House.example();

/** Notes in the page when keys come and when what is found is put there. */
const watch = () => {
  const waiting = [];
  window.late = [];
  document.addEventListener("input", (event) => {
    if (event.target.id === "text") waiting.push(event.timeStamp);
  }, true);
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id === "findings") window.late.push(...waiting.splice(0).map((it) => performance.now() - it));
  });
};

const typed = async (page, unit) => {
  await page.goto(unitAt(LOCALE, unit));
  await page.evaluate(watch);
  await page.focus("textarea#text");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(TEXT, { delay: PAUSE });
  await page.waitForTimeout(300);
  return page.evaluate(() => window.late);
};

const row = (name, late) => {
  const sorted = late.toSorted((a, b) => a - b);
  const of = (share) => `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(0)} ms`;
  return `| ${name} | ${sorted.length} | ${of(0.5)} | ${of(0.9)} | ${of(0.95)} | ${of(1)} |`;
};

try {
  const [messages, pages] = await visit(house, async (page) => {
    await page.goto("/");
    const { rows } = await asking(page)(`/api/queue/${LOCALE}`);
    const of = (collection) => rows.map((it) => it.unit).filter((it) => it.startsWith(`${collection}/`)).slice(0, units);
    const all = async (list) => {
      const late = [];
      for (const unit of list) late.push(...await typed(page, unit));
      return late;
    };
    return [await all(of("ui")), await all(of("pages"))];
  });
  console.log("| units | keys | median | 90 % | 95 % | most |\n|---|--:|--:|--:|--:|--:|");
  console.log([row("messages", messages), row("pages", pages), row("both", [...messages, ...pages])].join("\n"));
} finally {
  await house.close();
  await leave();
}
