/** Waiting, but not without end. */

import { Refusal } from "./refusal.js";

/**
 * What a promise gives, or a refusal once so much time has passed.
 *
 * @template T
 * @param {number} timeout in milliseconds
 * @param {string} file what is waited for
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
export async function within(timeout, file, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Refusal("unavailable", file, `no whole answer within ${timeout} ms`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
