/** The file around metadata: signatures, and what they are over. */

import { Fields } from "./fields.js";
import { canonical, readJson } from "./json.js";
import { verifies } from "./key.js";
import { readContent, readHead } from "./metadata.js";
import { Refusal } from "./refusal.js";
import { most } from "./role.js";

/** A metadata file of which nothing is believed yet. */
export class Envelope {
  /**
   * Reads the file of a role.
   *
   * @param {string} file its name
   * @param {string} role
   * @param {Uint8Array} bytes
   */
  constructor(file, role, bytes) {
    if (bytes.length > most(role)) throw new Refusal("length", file, "more bytes than any such file may have");
    const fields = new Fields(file, readStrictly(file, bytes));
    this.file = file;
    this.role = role;
    this.signatures = readSignatures(fields);
    this.signed = fields.object("signed");
    this.head = readHead(this.signed, role);
    this.canonical = canonical(this.signed.entries);
  }

  /**
   * Refuses it where it is not signed as `authority` demands: each signature of one of its keys has
   * to be right, and there have to be enough. `former` are keys that earlier roots named.
   */
  async verify(authority, former) {
    const good = new Set();
    for (const key of authority.keys) {
      const signed = await this.#isSignedBy(key);
      if (signed === false) throw new Refusal("signature", this.file, `that of \`${key.id.slice(0, 12)}\` is wrong`);
      if (signed) good.add(key.public);
    }
    const { threshold } = authority;
    if (good.size >= threshold) return;
    const signed = good.size;
    for (const key of former) if (await this.#isSignedBy(key)) good.add(key.public);
    if (good.size >= threshold) throw new Refusal("revoked", this.file, "a key that was withdrawn signed it");
    throw new Refusal("signature", this.file, `${signed} of its role's keys signed, expected ${threshold}`);
  }

  /** Whether the signature of a key is right; nothing where there is none. */
  async #isSignedBy(key) {
    const signature = this.signatures.get(key.id);
    return signature === undefined ? undefined : verifies(key, this.canonical, signature);
  }

  /** What it says, with its head. */
  async content() {
    return { ...this.head, ...(await readContent(this.signed, this.role)) };
  }
}

function readStrictly(file, bytes) {
  try {
    return readJson(bytes);
  } catch (error) {
    throw new Refusal("format", file, error.message);
  }
}

/** The signatures, by the id of the key. */
function readSignatures(fields) {
  const found = new Map();
  for (const signature of fields.arrayOfObjects("signatures")) {
    const [id, text] = [signature.text("keyid"), signature.text("sig")];
    if (found.has(id)) throw signature.wrong("keyid", "each key once");
    found.set(id, text);
  }
  return found;
}
