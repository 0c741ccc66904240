/** A visitor who has a keyboard and nothing else. */

import assert from "node:assert/strict";

/** What has the focus, and whether one sees that. */
const focused = () => {
  const it = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const { width, height } = it.getBoundingClientRect();
  return {
    what: it.outerHTML.slice(0, 160),
    isBody: it === document.body,
    isSeen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && width > 0 && height > 0,
  };
};

/** Fails where nothing has the focus, or one does not see what has it. */
export const isSeen = async (page) => {
  const { what, isBody, isSeen: seen } = await page.evaluate(focused);
  assert.ok(!isBody, "the focus is lost");
  assert.ok(seen, `nobody sees that this has the focus: ${what}`);
};

/** Presses Tab up to an element that fits; one sees each on the way. */
export const tabTo = async (page, selector, { key = "Tab", most = 600 } = {}) => {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    // Behind the last element comes the browser itself.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await isSeen(page);
    if (await page.evaluate((it) => document.activeElement.matches(it), selector)) return;
  }
  assert.fail(`no ${key} leads to ${selector}`);
};

/** Presses Enter, and waits for the page that it leads to. */
export const enter = async (page) => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
};
