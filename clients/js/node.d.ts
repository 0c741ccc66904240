import type { Storage } from "./index.js";

/** Keeps everything in a folder that is one channel's alone; each write is whole or absent. */
export function folderStorage(folder: string): Storage;
