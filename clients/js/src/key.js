/** SHA-256 and Ed25519, by WebCrypto. */

import { canonical } from "./json.js";
import { Refusal } from "./refusal.js";

const P = 2n ** 255n - 19n;
const D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;

/** Where a point of order 8 lies; with 0, 1 and −1 all that have a small order. */
const Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
const WEAK = [0n, 1n, P - 1n, Y8, P - Y8];

const UTF8 = new TextEncoder();

function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new Refusal("unavailable", "crypto.subtle", "WebCrypto needs a secure context");
  return found;
}

/**
 * The SHA-256 of the bytes, in lower-case hexadecimal.
 *
 * @param {Uint8Array | string} data
 * @returns {Promise<string>}
 */
export async function sha256(data) {
  const bytes = typeof data === "string" ? UTF8.encode(data) : data;
  const digest = new Uint8Array(await subtle().digest("SHA-256", bytes));
  return Array.from(digest, (it) => it.toString(16).padStart(2, "0")).join("");
}

/** Whether a text is a SHA-256 in lower-case hexadecimal. */
export const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);

/** The bytes of lower-case hexadecimal; nothing where there are not so many. */
function unhex(text, length) {
  if (text.length !== length * 2 || !/^[0-9a-f]*$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g), (it) => parseInt(it, 16));
}

/** The coordinate y of an encoded point. */
function height(bytes) {
  const hex = Array.from(bytes, (it) => it.toString(16).padStart(2, "0")).reverse().join("");
  return (BigInt(`0x${hex}`) & (2n ** 255n - 1n)) % P;
}

const isWeak = (bytes) => WEAK.includes(height(bytes));

/** Whether bytes are a point of the curve (RFC 8032, 5.1.3). */
function isPoint(bytes) {
  const y2 = height(bytes) ** 2n;
  let [base, exponent, power] = [((y2 - 1n) * (D * y2 + 1n)) % P, (P - 1n) / 2n, 1n];
  if (base < 0n) base += P;
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) power = (power * base) % P;
    base = (base * base) % P;
  }
  return power <= 1n;
}

/**
 * A key of metadata under its id; null for a key of another kind than Ed25519, which verifies
 * nothing here.
 *
 * @param {string} file where it stands
 * @param {string} id the SHA-256 of its canonical JSON
 * @param {unknown} json
 * @returns {Promise<{ id: string, public: string } | null>}
 */
export async function readKey(file, id, json) {
  const wrong = (why) => new Refusal("format", file, `the key \`${id}\` ${why}`);
  if (!(json instanceof Map)) throw wrong("is no object");
  const kinds = ["keytype", "scheme"].map((it) => json.get(it));
  if (kinds.some((it) => typeof it !== "string")) throw wrong("has no type");
  if (kinds.some((it) => it !== "ed25519")) return null;
  if ((await sha256(canonical(json))) !== id) throw wrong("has another id than its SHA-256");
  const value = json.get("keyval");
  const text = value instanceof Map ? value.get("public") : undefined;
  const bytes = typeof text === "string" ? unhex(text, 32) : undefined;
  if (!bytes || isWeak(bytes) || !isPoint(bytes)) throw wrong("is no Ed25519 key");
  return { id, public: text };
}

/**
 * Whether a key signed a text.
 *
 * @param {{ public: string }} key
 * @param {string} text
 * @param {string} signature in hexadecimal
 * @returns {Promise<boolean>}
 */
export async function verifies(key, text, signature) {
  const bytes = unhex(signature, 64);
  if (!bytes || isWeak(bytes.subarray(0, 32))) return false;
  try {
    const raw = unhex(key.public, 32);
    const imported = await subtle().importKey("raw", raw, "Ed25519", false, ["verify"]);
    return await subtle().verify("Ed25519", imported, bytes, UTF8.encode(text));
  } catch (error) {
    if (error.name !== "NotSupportedError") throw error;
    throw new Refusal("unavailable", "crypto.subtle", "this system knows no Ed25519");
  }
}
