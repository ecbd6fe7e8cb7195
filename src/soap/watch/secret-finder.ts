import { CUT } from "../text/cut-text.js";
import type { SecretForm } from "./secret-forms.js";

/** How much of a long form is looked up: what begins with so many characters of one either shows it, or is in doubt. */
const DEPTH = 24;
/** How much of a secret's beginning a cut text may show: three characters reveal nothing. */
const SHOWABLE = 3;
/** Shorter forms occur in half of all words: they are only recognised as whole words. */
const ALONE = 3;

/** Whether the characters so far show a secret: not yet, only as a whole word, or anywhere. */
const SHOWS = { nothing: 0, alone: 1, anywhere: 2 } as const;

const DOUBT = "doubt";

/**
 * Finds secrets in texts, in all of their forms in one pass. The work for one character of a text is bounded, whatever
 * the text and the secrets are: both may be chosen by a hostile service, as cookies are.
 */
export class SecretFinder {
  // A tree of the forms' beginnings, as lists: an object for each place in it would keep the garbage collector busy, as
  // cookies may change with every call. Place 0 is the root.
  readonly #codes = [0];
  readonly #firstChild = [0];
  readonly #nextSibling = [0];
  readonly #shows = [0];
  /** The long forms that share the beginning which leads to a place. */
  readonly #long = new Map<number, SecretForm[]>();

  constructor(forms: Iterable<SecretForm>) {
    for (const form of forms) this.#add(form);
  }

  /**
   * `text` with `replacement` in place of each secret; `text` itself when it shows none. Undefined when it shows the
   * beginning of a long secret and then something else: the rest may follow in another form.
   */
  replace(text: string, replacement: string): string | undefined {
    const folded = fold(text);
    let shown = "";
    let copied = 0;
    for (let at = 0; at < text.length; ) {
      const length = this.#lengthAt(folded, at);
      if (length === DOUBT) return undefined;
      if (length === 0) {
        at += 1;
        continue;
      }
      shown += text.slice(copied, at) + replacement;
      at += length;
      copied = at;
    }
    return copied === 0 ? text : shown + text.slice(copied);
  }

  #add({ text, least }: SecretForm): void {
    const form = fold(text);
    const depth = least > DEPTH ? DEPTH : form.length;
    const shows = form.length < ALONE ? SHOWS.alone : SHOWS.anywhere;
    let place = 0;
    for (let length = 1; length <= depth; length += 1) {
      const code = form.charCodeAt(length - 1);
      place = this.#next(place, code) || this.#grow(place, code);
      if (length >= least) this.#shows[place] = Math.max(shows, this.#shows[place] as number);
    }
    if (least <= DEPTH) return;
    const long = this.#long.get(place) ?? [];
    long.push({ text: form, least });
    this.#long.set(place, long);
  }

  #grow(place: number, code: number): number {
    const child = this.#codes.push(code) - 1;
    this.#firstChild.push(0);
    this.#nextSibling.push(this.#firstChild[place] as number);
    this.#shows.push(SHOWS.nothing);
    this.#firstChild[place] = child;
    return child;
  }

  /** The place that one more character leads to; 0 where no form continues with it. */
  #next(place: number, code: number): number {
    let child = this.#firstChild[place] as number;
    while (child !== 0 && this.#codes[child] !== code) child = this.#nextSibling[child] as number;
    return child;
  }

  /** How many characters from `start` on show a secret; 0 when none is shown there. */
  #lengthAt(folded: string, start: number): number | typeof DOUBT {
    let end = start;
    let found = 0;
    let long: readonly SecretForm[] = [];
    for (let place = this.#next(0, folded.charCodeAt(end)); place !== 0; ) {
      end += 1;
      const shows = this.#shows[place];
      if (shows === SHOWS.anywhere || (shows === SHOWS.alone && standsAlone(folded, start, end))) found = end - start;
      if (end - start === DEPTH) long = this.#long.get(place) ?? [];
      place = this.#next(place, folded.charCodeAt(end));
    }
    if (end - start > SHOWABLE && folded.startsWith(CUT, end)) return end - start;
    for (const form of long) found = Math.max(found, shownOf(form, folded, start));
    return long.length > 0 && found < DEPTH ? DOUBT : found;
  }
}

/** How much of a long form is shown at `start`; 0 where it is too little. */
function shownOf({ text, least }: SecretForm, folded: string, start: number): number {
  let length = DEPTH;
  while (length < text.length && text.charCodeAt(length) === folded.charCodeAt(start + length)) length += 1;
  return length >= least || folded.startsWith(CUT, start + length) ? length : 0;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(end));
}

// Letter by letter, so that a place in the folded text is the same place in the text. U+0130 alone has a longer form in
// lower case, and a final sigma depends on what follows.
function fold(text: string): string {
  return text.replaceAll("\u0130", "i").toLowerCase().replaceAll("ς", "σ");
}
