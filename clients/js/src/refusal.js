/** Why metadata or a file is not believed. */

const HINTS = {
  expired: "whoever publishes has to sign the timestamp anew; see also whether the clock is right",
  version: "update hexapla-client; nothing was changed",
  channel: "see whether the address of the store is right",
  missing: "see whether the store and channel are right; an update fetches what is there",
  state: "call `reset()`; until then the built-in copy is shown",
  unavailable: "try again later; the last verified release stays",
};

/**
 * Why something is not believed. `refusal` is one of the names of `docs/delivery-format.md`, the
 * same in every client.
 */
export class Refusal extends Error {
  /**
   * @param {import("../index.d.ts").RefusalName} refusal
   * @param {string} file the file that it is about
   * @param {string} why a lowercase fragment
   */
  constructor(refusal, file, why) {
    super(`\`${file}\`: ${why}`);
    this.name = "Refusal";
    this.refusal = refusal;
    this.file = file;
    this.hint = HINTS[refusal] ?? "do not use it: tell whoever publishes; the last verified release stays";
  }
}
