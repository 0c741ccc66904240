/** A static server on 127.0.0.1, such as any host is: `node serve.mjs DIR` prints its address. */

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml",
};

/**
 * Serves `folder` until `close` is called; while `isDown` is set, every connection is cut.
 *
 * @param {string} folder
 */
export async function serve(folder) {
  const state = { folder, isDown: false };
  const server = createServer(async (request, answer) => {
    if (state.isDown) return void request.socket.destroy();
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
    const bytes = await readFile(join(state.folder, path)).catch(() => undefined);
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    answer.writeHead(bytes ? 200 : 404, { "access-control-allow-origin": "*", "cache-control": "no-cache", "content-type": `${type}; charset=utf-8` });
    answer.end(bytes ?? "no such file");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(state, { url: `http://127.0.0.1:${server.address().port}`, close });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new Error("expected a folder: `node serve.mjs DIR`");
  console.log((await serve(folder)).url);
}
