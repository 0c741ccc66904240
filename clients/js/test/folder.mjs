/** A store that lies in a folder. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A `fetch` that answers from a folder. */
export const fetchFromFolder = (folder) => async (url) => {
  const path = decodeURIComponent(new URL(url).pathname);
  try {
    return new Response(await readFile(join(folder, path)));
  } catch (error) {
    if (!["ENOENT", "ENOTDIR", "EISDIR", "ENAMETOOLONG"].includes(error.code)) throw error;
    return new Response("no such file", { status: 404 });
  }
};
