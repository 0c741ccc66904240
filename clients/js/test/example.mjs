/** The example of this repository, as a project in a folder of its own, and the program that releases it. */

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The moment that ages are counted to. */
export const AS_OF = "2026-11-24T12:00:00Z";

/**
 * Builds `hexapla` where `HEXAPLA_PROGRAM` names none; gives its path, or why there is none. It is built
 * as for the tests in Rust: without optimisation, compressing a release takes minutes.
 */
async function build() {
  if (process.env.HEXAPLA_PROGRAM) return { path: process.env.HEXAPLA_PROGRAM };
  const args = ["build", "--profile", "test", "--quiet", "--locked", "--bin", "hexapla", "--message-format", "json"];
  try {
    const { stdout } = await run("cargo", args, { cwd: repository, maxBuffer: 2 ** 26 });
    const made = stdout.split("\n").filter(Boolean).map((it) => JSON.parse(it));
    return { path: made.findLast((it) => it.executable && it.target.name === "hexapla").executable };
  } catch (error) {
    if (error.code === "ENOENT") return { path: null, why: "needs `cargo`, which builds the program that releases the example" };
    throw error;
  }
}

let built;

/** Why the example cannot be released here; `false` where it can. */
export async function lacking() {
  built ??= build();
  return (await built).why ?? false;
}

/** A copy of the example with keys. */
export class Example {
  /** Use {@link Example.make}. */
  constructor(folder, program) {
    this.folder = folder;
    this.program = program;
  }

  static async make() {
    const { path } = await (built ??= build());
    const folder = await mkdtemp(join(tmpdir(), "hexapla-"));
    for (const it of ["hexapla.toml", "source-content", "translations", "workflows"]) {
      await cp(join(repository, it), join(folder, it), { recursive: true });
    }
    const example = new Example(folder, path);
    await example.run("keys", "init");
    return example;
  }

  /** Runs a command of the program; gives what it says. */
  async run(...args) {
    const env = { ...process.env, HEXAPLA_HANDLE: "mara", NO_COLOR: "1", HEXAPLA_AS_OF: AS_OF };
    for (const it of ["HEXAPLA_KEYS", "HEXAPLA_PASSPHRASE"]) delete env[it];
    const { stdout } = await run(this.program, args, { cwd: this.folder, env, maxBuffer: 2 ** 26 });
    return stdout;
  }

  /** Builds what is true now, and publishes it. */
  async publish(channel = "preview") {
    await this.run("release", "build", "--channel", channel);
    await this.run("release", "publish", "--channel", channel, "--to", "store");
  }

  path(...parts) {
    return join(this.folder, ...parts);
  }

  /** The store, as a folder. */
  get store() {
    return this.path("store");
  }

  root() {
    return readFile(this.path("keys", "1.root.json"), "utf8");
  }

  remove() {
    return rm(this.folder, { recursive: true });
  }
}
