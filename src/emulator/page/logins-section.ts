import type { Person } from "../desk/person.js";
import { foreign, html } from "../http/html.js";
import { Newest } from "./newest.js";
import type { Section } from "./page-parts.js";
import { shownTime } from "./shown-time.js";

const SHOWN = 20;

/** Who is logged in, and until when. Never the cookie. */
export const loginsSection: Section = {
  id: "logins",
  title: "Logins",
  ticks: true,
  render({ parts: { sessions, clock } }) {
    const newest = new Newest<{ readonly user: Person; readonly expires: number }>(SHOWN);
    let count = 0;
    for (const login of sessions.logins) {
      count += 1;
      newest.add(login, login.expires);
    }
    if (count === 0) return html`<p class="quiet">Nobody is logged in.</p>`;
    const now = clock.now();
    const rows = newest.items.map(
      ({ user, expires }) =>
        html`<li><span class="grow">${foreign(user.email || user.name, 60)}</span><span class="quiet">until ${shownTime(
          expires,
        )}, ${Math.ceil((expires - now) / 60_000)} min</span></li>`,
    );
    return html`<ul class="rows">${rows}</ul>${count > SHOWN && html`<p class="quiet">The latest ${SHOWN} of ${count}.</p>`}`;
  },
};
