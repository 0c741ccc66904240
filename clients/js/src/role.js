/** Who says what: a role is `root`, `timestamp`, `snapshot`, `targets`, or a locale. */

const KIB = 1024;
const MOST = { root: 512 * KIB, timestamp: 16 * KIB, snapshot: 2 * KIB * KIB, targets: 8 * KIB * KIB };

/** The largest file that a release may hold, in bytes. */
export const LARGEST_FILE = KIB * KIB * KIB;

/** The most bytes that the metadata of a role may have. */
export const most = (role) => (Object.hasOwn(MOST, role) ? MOST[role] : 64 * KIB * KIB);

/** What `_type` says in the metadata of a role. */
export const kind = (role) => (Object.hasOwn(MOST, role) ? role : "targets");

/** The name of its file, below the channel. The pointer has no version. */
export const fileOf = (role, version) => (role === "timestamp" ? "timestamp.json" : `${version}.${role}.json`);

/** The folder of a store that holds content, which no channel can be called. */
export const CONTENT = "targets";

/** Whether a text is the name of a channel. */
export const isChannel = (text) => /^[a-z0-9-]{1,64}$/.test(text) && text !== CONTENT;
