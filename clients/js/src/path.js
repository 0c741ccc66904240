/** Paths within a release. */

/** Names that mean a device on Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/;

/** Control characters, what Windows keeps for itself, and what changes a name without being seen. */
const HOSTILE =
  /[\p{Cc}\\:*?"<>|\u{ad}\u{61c}\u{180e}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\u{feff}\u{fff9}-\u{fffb}\u{e0000}-\u{e007f}]/u;

const size = (text) => new TextEncoder().encode(text).length;

function isPlain(name) {
  const stem = name.split(".")[0].trimEnd().toLowerCase();
  return name !== "" && size(name) <= 255 && !/^[. ]|[. ]$/.test(name) && !HOSTILE.test(name)
    && !DEVICE.test(stem);
}

/**
 * Whether a text is a path that a release may hold: components that are plain names on every file
 * system.
 *
 * @param {string} text
 */
export const isPath = (text) => size(text) <= 1024 && text.split("/").every(isPlain);

/** A path as a file system sees it that tells neither case nor the encoding of accents. */
const folded = (path) => path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");

/**
 * The first of the paths that cannot lie beside the others on some file system.
 *
 * @param {string[]} paths
 * @returns {string | undefined}
 */
export function collision(paths) {
  const files = new Set();
  const alike = paths.find((it) => files.size === files.add(folded(it)).size);
  if (alike !== undefined) return alike;
  const folders = new Set();
  for (const file of files) {
    for (let at = file.indexOf("/"); at >= 0; at = file.indexOf("/", at + 1)) folders.add(file.slice(0, at));
  }
  return paths.find((it) => folders.has(folded(it)));
}

/** How many folders a path lies in. */
export const depth = (path) => path.split("/").length - 1;

/**
 * A path as a URL has it: every byte but `A–Z a–z 0–9 - . _ ~ /` is percent-encoded.
 *
 * @param {string} path
 */
export function urlPath(path) {
  const more = (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(path).replace(/%2F/g, "/").replace(/[!'()*]/g, more);
}
