/** The example, published; the site that was built from it; servers for both; and a browser. */

import { existsSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "playwright-core";

import * as program from "../../../clients/js/test/example.mjs";
import { build } from "../build.mjs";
import { serve } from "../serve.mjs";

const { AS_OF, Example } = program;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** An hour after the release, by the clock of every page. */
export const NOW = Date.parse(AS_OF) + 3_600_000;

/** Why there is no browser or no release here; `false` where there are. */
export async function lacking() {
  if (!existsSync(CHROMIUM)) return `needs Chromium at ${CHROMIUM}, or where CHROMIUM says`;
  return program.lacking();
}

export class Lab {
  /** Publishes the example and builds the site. */
  static async open() {
    const lab = new Lab();
    lab.example = await Example.make();
    await lab.example.publish();
    lab.store = await serve(lab.example.store);
    lab.out = await mkdtemp(join(tmpdir(), "hexapla-site-"));
    lab.root = await lab.example.root();
    await build({ store: lab.store.url, root: lab.root, out: lab.out, now: () => NOW, poll: 0.5 });
    lab.site = await serve(lab.out);
    lab.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    return lab;
  }

  async close() {
    await this.browser.close();
    this.store.close();
    this.site.close();
    await this.example.remove();
    await rm(this.out, { recursive: true });
  }

  /** Another publisher's work on the same release, which the store shows until the end of `work`. */
  async published(work) {
    const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
    await cp(this.example.folder, folder, { recursive: true });
    const other = new Example(folder, this.example.program);
    this.store.folder = other.store;
    try {
      return await work(other);
    } finally {
      Object.assign(this.store, { folder: this.example.store, isDown: false });
      this.site.isDown = false;
      await other.remove();
    }
  }

  /** A reader with a browser of their own. `at` is the moment of their visit. */
  async visit(work, { at = NOW, ...options } = {}) {
    const context = await this.browser.newContext(options);
    await context.clock.setFixedTime(new Date(at));
    try {
      return await work(context);
    } finally {
      await context.close();
    }
  }

  address(locale, name = "index") {
    return `${this.site.url}/${locale}/${name}.html`;
  }

  /** Opens a page and waits until it has asked for news. */
  async show(context, locale, name) {
    const page = await context.newPage();
    page.wrong = [];
    page.on("pageerror", (error) => page.wrong.push(`${error}`));
    // Which root is the next one is found out by asking for it.
    const isPlain = (it) => it.type() !== "error" || /\d+\.root\.json$/.test(it.location().url);
    page.on("console", (it) => isPlain(it) || page.wrong.push(`${it.text()} ${it.location().url}`));
    await page.goto(this.address(locale, name));
    await page.waitForSelector("html[data-rounds]", { timeout: 15_000 }).catch((error) => { throw new Error(`${page.wrong}`, { cause: error }); });
    return page;
  }
}

/** How a page stands. */
export const standing = (page) => page.evaluate(() => ({ ...document.documentElement.dataset }));

/** Waits until a page says so of itself. */
export const until = (page, name, value) => page.waitForSelector(`html[data-${name}="${value}"]`, { timeout: 20_000 });

/** Waits until a page has kept what is needed offline. */
export const kept = (page) => page.waitForSelector("html[data-kept]", { timeout: 20_000 });
