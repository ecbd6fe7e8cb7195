/** Characters that no report may contain, except line feeds: controls, invisible and bidirectional characters. */
export const UNPRINTABLE = /(?!\n)[\p{Cc}\p{Cf}\u{e0000}-\u{e0fff}]/u;
