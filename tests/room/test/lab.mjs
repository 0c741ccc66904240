/** The room on a copy of the example or on a small project, and a browser. */

import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PROGRAM = process.env.HEXAPLA_PROGRAM ?? join(ROOT, "target/debug/hexapla");
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** The moment that ages are counted to. */
export const AS_OF = "2026-11-24T12:00:00Z";

/** Why there is no browser or no program here; `false` where there are. */
export function lacking() {
  if (!existsSync(CHROMIUM)) return `needs Chromium at ${CHROMIUM}, or where CHROMIUM says`;
  return lackingProgram();
}

/** Why there is no program here, where no browser is needed. */
export const lackingProgram = () => (existsSync(PROGRAM) ? false : `needs the program at ${PROGRAM}, or where HEXAPLA_PROGRAM says`);

/** The config of a small project. */
export const CONFIG = `version = 1
name = "Test"
source_locale = "en"
locales = ["ar", "es", "th"]
ledger = "ledger"
workflows = "workflows"
[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"
[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
fields = ["title"]
`;

const WORKFLOW = `version = 1
[[states]]
name = "translated"
[channels.preview]
`;

/** The password of every account. */
export const PASSWORD = "lantern by the harbour";

/** What fills a room with accounts, where it was built beside the program. */
const CROWD = join(dirname(PROGRAM), "examples/crowd");

/** Why accounts with names that nobody could give themselves cannot be made; `false` where they can. */
export const lackingCrowd = () => (existsSync(CROWD) ? false : `needs ${CROWD}, which \`cargo test --no-run\` builds`);

const run = (folder, ...args) => execFileSync(PROGRAM, [...args, "-C", folder], { stdio: "pipe" });

/** A file with the password of every account. */
async function passwordOf(folder) {
  const path = join(folder, "word");
  await writeFile(path, PASSWORD);
  return path;
}

/** A copy of the example. */
async function copied() {
  const folder = await mkdtemp(join(tmpdir(), "hexapla-room-"));
  for (const name of ["hexapla.toml", "source-content", "translations", "workflows"]) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return folder;
}

/** A project with its room. */
export class House {
  /** The room of a copy of the example. */
  static async example(...more) {
    return House.open(await copied(), more);
  }

  /** The same with accounts, each with its roles, where publishers publish to a store of its own. */
  static async publishing(accounts) {
    const folder = await copied();
    const word = await passwordOf(folder);
    run(folder, "keys", "init");
    for (const [handle, roles] of Object.entries(accounts)) {
      run(folder, "people", "add", handle, ...roles.flatMap((it) => ["--role", it]), "--password-file", word);
    }
    return House.open(folder, ["--publish-to", join(folder, "store"), "--delivery-port", "0", "--keys", join(folder, "keys")]);
  }

  /** The room of a small project in a repository, whose translations were all accepted before each of these changes
   * was committed by somebody and recorded. */
  static async committed(files, changes) {
    const folder = await mkdtemp(join(tmpdir(), "hexapla-room-"));
    const house = new House(folder);
    const git = (...args) => execFileSync("git", ["-C", folder, "-c", "user.name=Office", "-c", "user.email=office@example.org", ...args], { encoding: "utf8" }).trim();
    for (const [path, text] of Object.entries({ "hexapla.toml": CONFIG, "workflows/standard.toml": WORKFLOW, ...files })) await house.write(path, text);
    run(folder, "accept", "--all", "--force", "--handle", "joaquin", "--as-of", "2026-11-01");
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Begin");
    for (const { day, author, message, reason, ...files } of changes) {
      for (const [path, text] of Object.entries(files)) await house.write(path, text);
      git("commit", "--quiet", "--all", "--cleanup=verbatim", "--message", message, "--author", `${author} <they@example.org>`);
      run(folder, "impact", "--record", "--revision", git("rev-parse", "HEAD"), ...(reason ? ["--reason", reason] : []), "--as-of", day);
    }
    return House.open(folder, []);
  }

  /** The room of a small project with the admin ines, and with an account of each name. */
  static async crowded(names) {
    const folder = await mkdtemp(join(tmpdir(), "hexapla-room-"));
    const house = new House(folder);
    for (const [path, text] of Object.entries({ "hexapla.toml": CONFIG, "workflows/standard.toml": WORKFLOW, "src/a.md": "A text.\n" })) {
      await house.write(path, text);
    }
    run(folder, "people", "add", "ines", "--role", "admin", "--password-file", await passwordOf(folder));
    execFileSync(CROWD, [join(folder, ".hexapla/room.sqlite")], { input: names.map((it) => `${it}\0`).join("") });
    return House.open(folder, []);
  }

  /** The room of a project with these files; an object among the rest says more of its config. */
  static async of(files, ...more) {
    const settings = more.filter((it) => typeof it === "object");
    const config = settings.flatMap((it) => Object.entries(it)).map(([key, it]) => `${key} = ${JSON.stringify(it)}\n`).join("") + CONFIG;
    const folder = await mkdtemp(join(tmpdir(), "hexapla-room-"));
    const house = new House(folder);
    for (const [path, text] of Object.entries({ "hexapla.toml": config, "workflows/standard.toml": WORKFLOW, ...files })) {
      await house.write(path, text);
    }
    return House.open(folder, more.filter((it) => typeof it === "string"));
  }

  static async open(folder, more) {
    const house = new House(folder);
    const args = ["serve", "-C", folder, "--port", "0", "--json", "--as-of", AS_OF, ...more];
    house.process = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: house.process.stdout });
    const told = lines[Symbol.asyncIterator]();
    const next = async () => JSON.parse((await told.next()).value).address.replace(/\/$/, "");
    house.url = await next();
    if (more.includes("--delivery-port")) house.delivery = await next();
    return house;
  }

  constructor(folder) {
    this.folder = folder;
  }

  read(path) {
    return readFile(join(this.folder, path), "utf8");
  }

  async write(path, text) {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), text);
  }

  /** Changes the title of the example's helplines, of which a stale translation is never released;
   * `json` asks the room as somebody who may. */
  async changeHelplines(json = (path) => this.json(path)) {
    const path = "source-content/pages/get-help.md";
    const text = await this.read(path);
    await this.write(path, text.replace(/^title: (.*)$/m, 'title: Help, day and night'));
    await this.until(async () => !(await json("/api/launch/stable")).open);
  }

  /** Waits until the room has seen something. */
  async until(isSo) {
    for (let tries = 0; !(await isSo()); tries += 1) {
      if (tries === 200) throw new Error("it is not seen");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Sends JSON, as a program does. */
  send(path, body) {
    return fetch(this.url + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  }

  /** Decides about a unit as it stands, as mara. */
  async decide(locale, unit, what) {
    const { source_token: source, target_token: target } = await this.json(`/api${unitAt(locale, unit)}`);
    const answer = await this.send(`/api/unit/${locale}`, { unit, source, target, handle: "mara", ...what });
    if (!answer.ok) throw new Error(`${unit}: ${answer.status} ${await answer.text()}`);
  }

  /** Builds a release of a channel. */
  build(channel) {
    run(this.folder, "release", "build", "--channel", channel);
  }

  async json(path) {
    const answer = await fetch(this.url + path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await ended;
    await rm(this.folder, { recursive: true });
  }
}

let browser;

/** A visitor with a browser of their own, who is known by a handle. */
export async function visit(house, work, { handle = "mara", ...options } = {}) {
  browser ??= await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const context = await browser.newContext({ baseURL: house.url, locale: "en", ...options });
  if (handle) await context.addCookies([{ name: "hexapla-handle", value: handle, url: house.url }]);
  const wrong = [];
  context.on("weberror", (it) => wrong.push(`${it.error()}`));
  context.on("console", (it) => it.type() === "error" && !/40\d|42\d|^htmx:(sendAbort|afterRequest|sendError)|ERR_INTERNET_DISCONNECTED/.test(it.text()) && wrong.push(it.text()));
  try {
    const page = await context.newPage();
    const result = await work(page, context);
    if (wrong.length) throw new Error(`the browser complains: ${wrong.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}

/** Signs in by the door that the room leads to. */
export async function signIn(page, handle, password = PASSWORD) {
  await page.fill("input[name=handle]", handle);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
}

/** Asks the room as whoever is signed in there. */
export const asking = (page) => (path) => page.evaluate(async (it) => (await fetch(it)).json(), path);

export async function leave() {
  await browser?.close();
}

/** The address of a unit. */
export const unitAt = (locale, unit) => `/unit/${locale}?unit=${encodeURIComponent(unit)}`;
