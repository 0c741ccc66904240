/**
 * Runs the binaries of the workspace's tests, as many at a time as there are cores, since most of them wait more
 * than they work; then the examples in docstrings. `node tests/side-by-side.mjs ARGUMENTS...`, from the root.
 *
 * Of a binary that passes its counts are told, of one that fails everything that it said.
 */

import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { basename, dirname } from "node:path";

/** What a command prints, with its exit code; `shown` goes on to the terminal at once. */
function run(command, args, { shown = [], ...options } = {}) {
  return new Promise((done) => {
    let said = "";
    const child = spawn(command, args, { ...options, stdio: ["ignore", ...["out", "err"].map((it) => (shown.includes(it) ? "inherit" : "pipe"))] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => { said += bytes; });
    child.on("error", (error) => done({ said: `${error}`, code: 1 }));
    child.on("close", (code, signal) => done({ said, code: code ?? signal }));
  });
}

const CARGO = ["test", "--workspace", "--locked"];

/** The binaries with tests, each with the folder of its package. */
async function binaries() {
  const { said, code } = await run("cargo", [...CARGO, "--no-run", "--message-format=json-render-diagnostics"], { shown: ["err"] });
  if (code !== 0) process.exit(1);
  const artifacts = said.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return artifacts.filter((it) => it.executable && it.profile?.test).map((it) => {
    const folder = dirname(it.manifest_path);
    return { name: `${basename(folder)} ${it.target.name}`, path: it.executable, folder };
  });
}

/** Runs one; whether all its tests passed. */
async function passes({ name, path, folder }, args) {
  const began = Date.now();
  const { said, code } = await run(path, args, { cwd: folder, env: { ...process.env, CARGO_MANIFEST_DIR: folder } });
  const counts = said.split("\n").filter((line) => line.startsWith("test result")).join(" ");
  console.log(`${name} (${((Date.now() - began) / 1_000).toFixed(1)} s): ${code === 0 ? counts : `failed with ${code}\n${said}`}`);
  return code === 0;
}

/** What follows a disk that is changed without a pause: it is told late where others take the cores. */
const ALONE = ["watch_stress"];

const args = process.argv.slice(2);
const all = await binaries();
const isAlone = ({ name }) => ALONE.some((it) => name.endsWith(` ${it}`));
const failed = [];
for (const it of all.filter(isAlone)) if (!(await passes(it, args))) failed.push(it.name);
const waiting = all.filter((it) => !isAlone(it));
await Promise.all(Array.from({ length: availableParallelism() }, async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (!(await passes(next, args))) failed.push(next.name);
  }
}));
const { code } = await run("cargo", [...CARGO, "--doc", "--quiet"], { shown: ["out", "err"] });
if (code !== 0) failed.push("examples in docstrings");
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(", ")}`);
  process.exit(1);
}
