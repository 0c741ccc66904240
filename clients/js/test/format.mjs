/**
 * Shows what `@fluent/bundle` makes of Fluent files: `node format.mjs DIR ARGS.json`.
 *
 * For each `*.ftl` below DIR, whose first folder is the locale, and each message and attribute in it
 * a line `{"file","id","text"}` is printed; an attribute is called `message.attribute`. Errors are
 * told on the way out for errors, and the text is what a reader gets with them.
 */

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { FluentBundle, FluentResource } from "@fluent/bundle";

/** The lines of one file. */
export function formatted(file, text, args) {
  const bundle = new FluentBundle(file.split("/")[0], { useIsolating: false });
  const resource = new FluentResource(text);
  bundle.addResource(resource);
  const line = (id, pattern) => {
    const found = [];
    const shown = bundle.formatPattern(pattern, args, found);
    for (const error of found) console.error(`${file}: \`${id}\`: ${error}`);
    return { file, id, text: shown };
  };
  const messages = resource.body.filter((it) => !it.id.startsWith("-"));
  return messages.flatMap(({ id, value, attributes }) => [
    ...(value ? [line(id, value)] : []),
    ...Object.entries(attributes).map(([name, pattern]) => line(`${id}.${name}`, pattern)),
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, argsFile] = process.argv.slice(2);
  if (!argsFile) throw new Error("expected a folder and a file: `node format.mjs DIR ARGS.json`");
  const args = JSON.parse(await readFile(argsFile, "utf8"));
  const files = (await readdir(folder, { recursive: true })).filter((it) => it.endsWith(".ftl")).sort();
  for (const file of files) {
    const text = await readFile(join(folder, file), "utf8");
    for (const line of formatted(file, text, args)) console.log(JSON.stringify(line));
  }
}
