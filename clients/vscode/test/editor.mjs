/** A project in a folder of its own, and an editor that has it open: the library that VS Code speaks through. */

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const protocol = createRequire(import.meta.url)("vscode-languageserver-protocol/node");
const { StreamMessageReader, StreamMessageWriter, createProtocolConnection } = protocol;

const program = process.env.HEXAPLA_PROGRAM;

/** Why there is no server to speak with; `false` where there is one. */
export const lacking = () => (program && existsSync(program) ? false : "needs HEXAPLA_PROGRAM, the program");

const CONFIG = `
version = 1
name = "Test"
source_locale = "en"
locales = ["de", "es"]

[collections.ui]
format = "fluent"
source = "src/{path}.ftl"
target = "out/{locale}/{path}.ftl"

[collections.pages]
format = "markdown"
source = "src/{path}.md"
target = "out/{locale}/{path}.md"
`;

export class Editor {
  /** Opens a project of such files, all of which are attested as they are; `options` are those of the client. */
  static async open(files, options = { handle: "mara" }) {
    const editor = new Editor();
    editor.folder = await mkdtemp(join(tmpdir(), "hexapla-editor-"));
    await editor.write("hexapla.toml", CONFIG);
    await editor.write("workflows/standard.toml", "version = 1\n\n[[states]]\nname = \"translated\"\n\n[channels.preview]\n");
    for (const [path, text] of Object.entries(files)) await editor.write(path, text);
    await editor.run("accept", "--all", "--force", "--handle", "mara");
    await editor.start(options);
    return editor;
  }

  async start(options) {
    this.server = spawn(program, ["lsp"], { cwd: tmpdir(), stdio: ["pipe", "pipe", "inherit"] });
    this.exit = new Promise((done) => this.server.on("exit", (code) => done(code)));
    this.connection = createProtocolConnection(new StreamMessageReader(this.server.stdout), new StreamMessageWriter(this.server.stdin));
    this.marks = new Map();
    this.watchers = [];
    this.said = [];
    this.connection.onNotification("textDocument/publishDiagnostics", (it) => {
      this.marks.set(it.uri, it);
      this.watchers.splice(0).forEach((tell) => tell());
    });
    this.connection.onNotification("window/showMessage", (it) => this.said.push(it.message));
    const registered = new Promise((done) => this.connection.onRequest("client/registerCapability", () => void done() ?? null));
    this.connection.listen();
    const dynamic = { dynamicRegistration: true };
    const capabilities = { workspace: { didChangeWatchedFiles: dynamic } };
    this.server.info = await this.ask("initialize", { processId: process.pid, rootUri: this.uri(""), capabilities, initializationOptions: options });
    await this.tell("initialized", {});
    await registered;
  }

  async close() {
    await this.ask("shutdown");
    await this.tell("exit");
    const code = await this.exit;
    this.connection.dispose();
    await rm(this.folder, { recursive: true });
    return code;
  }

  uri(path) {
    return pathToFileURL(join(this.folder, path)).href;
  }

  async write(path, text) {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), text);
  }

  read(path) {
    return readFile(join(this.folder, path), "utf8");
  }

  /** Runs a command of the program; gives what it says. */
  async run(...args) {
    return (await promisify(execFile)(program, args, { cwd: this.folder })).stdout;
  }

  ask(method, params) {
    return this.connection.sendRequest(method, params);
  }

  tell(method, params) {
    return this.connection.sendNotification(method, params);
  }

  /** Opens a file as it is on disk, and gives what is marked in it. */
  async show(path) {
    const text = await this.read(path);
    const marked = this.marked(path);
    await this.tell("textDocument/didOpen", { textDocument: { uri: this.uri(path), languageId: "text", version: 1, text } });
    return marked;
  }

  /** Types: puts `text` in the place of a range, or of all. */
  async type(path, version, text, range) {
    const marked = this.marked(path, version);
    const change = range ? { range, text } : { text };
    await this.tell("textDocument/didChange", { textDocument: { uri: this.uri(path), version }, contentChanges: [change] });
    return marked;
  }

  /** Saves a file, which tells the server. */
  async save(path, text) {
    await this.write(path, text);
    await this.tell("textDocument/didSave", { textDocument: { uri: this.uri(path) } });
  }

  /** What is marked in a file next, in that version of it where one is named. */
  async marked(path, version) {
    const uri = this.uri(path);
    for (;;) {
      await new Promise((tell) => this.watchers.push(tell));
      const found = this.marks.get(uri);
      if (found && (version === undefined || found.version === version)) return found.diagnostics;
    }
  }

  /** Waits until what is marked in a file is so. */
  async until(path, is) {
    for (;;) {
      const found = this.marks.get(this.uri(path));
      if (found && is(found.diagnostics)) return found.diagnostics;
      await new Promise((tell) => this.watchers.push(tell));
    }
  }

  at(path, line, character) {
    return { textDocument: { uri: this.uri(path) }, position: { line, character } };
  }

  /** What can be done at a place, by title. */
  async actions(path, line, character) {
    const position = { line, character };
    const context = { diagnostics: this.marks.get(this.uri(path))?.diagnostics ?? [] };
    const all = await this.ask("textDocument/codeAction", { textDocument: { uri: this.uri(path) }, range: { start: position, end: position }, context });
    return new Map(all.map((it) => [it.title, it]));
  }

  do({ command }) {
    return this.ask("workspace/executeCommand", { command: command.command, arguments: command.arguments });
  }
}

/** The edits of a text that an action makes. */
export function edited(text, action) {
  const [{ edits }] = action.edit.documentChanges;
  const lines = text.split("\n");
  const offset = ({ line, character }) => lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
  return edits.reduceRight((it, { range, newText }) => it.slice(0, offset(range.start)) + newText + it.slice(offset(range.end)), text);
}
