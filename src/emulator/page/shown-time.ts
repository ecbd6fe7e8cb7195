import { type Html, html } from "../http/html.js";

/** The time of day in UTC, with the whole date as its title. @param at milliseconds since 1970. */
export function shownTime(at: number): Html {
  const iso = isoOf(at);
  return html`<time datetime="${iso}" title="${iso}">${iso.slice(-13, -5)}</time>`;
}

/** The date of a moment in UTC. @param at milliseconds since 1970. */
export function shownDate(at: number): string {
  return isoOf(at).slice(0, -14);
}

// A clock may be advanced beyond what a Date can hold.
function isoOf(at: number): string {
  return new Date(Math.min(Math.max(at, 0), 8.64e15)).toISOString();
}
