/** The versions that the consortium runs; network/fabric/go.mod pins the sources. */
export const FABRIC_VERSION = '3.1.1';
export const FABRIC_COMMIT = '435a7f1a';
export const OLDEST_GO = { major: 1, minor: 25 };
/** Names the set of corrections in source-fixes.ts, so that a change of theirs means another build. */
export const FIXES = 'fixes1';
