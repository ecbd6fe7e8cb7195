/** What no report may hold but line feeds: controls, and characters that are invisible or turn the writing round. */
export const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/u;
