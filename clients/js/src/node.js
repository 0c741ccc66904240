/** What a client needs on Node alone: a folder to keep things in. */

import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

/**
 * Keeps everything in a folder that is one channel's alone; each write is whole or absent.
 *
 * @param {string} folder is made where there is none
 * @returns {import("../index.d.ts").Storage}
 */
export function folderStorage(folder) {
  const place = (name) => join(folder, name);
  const isAbsent = (error) => {
    if (error.code !== "ENOENT") throw error;
  };
  return {
    read: (name) => readFile(place(name)).catch(isAbsent),
    async write(name, bytes) {
      await mkdir(folder, { recursive: true });
      const draft = place(`.${name}-${process.pid}-${Math.random().toString(36).slice(2)}`);
      try {
        await writeSynced(draft, bytes);
        await rename(draft, place(name));
        await syncFolder(folder);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    remove: (name) => rm(place(name), { force: true }),
    names: async () => ((await readdir(folder).catch(isAbsent)) ?? []).filter((it) => !it.startsWith(".")),
  };
}

async function writeSynced(path, bytes) {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some systems open no folders; there a rename lasts as it is. */
async function syncFolder(folder) {
  const opened = await open(folder).catch(() => undefined);
  try {
    await opened?.sync();
  } catch (error) {
    if (!["EINVAL", "EISDIR", "EPERM"].includes(error.code)) throw error;
  } finally {
    await opened?.close();
  }
}
