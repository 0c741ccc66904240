/** Why metadata or a file is not believed. */

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
  }
}
