/** Pulls signed releases of translations, verifies them, and keeps the last good one. */

export { HexaplaClient } from "./client.js";
export { direction, negotiate } from "./locale.js";
export { localize } from "./localize.js";
export { Refusal } from "./refusal.js";
export { serialise } from "./copy.js";
export { cacheStorage, memoryStorage } from "./storage.js";
