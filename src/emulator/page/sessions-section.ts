import type { Desk } from "../desk/desk.js";
import { isClosable, isLive, type SessionStatus } from "../desk/session-status.js";
import { settleSessions } from "../desk/settle-sessions.js";
import type { SupportSession } from "../desk/support-session.js";
import { foreign, type Html, html } from "../http/html.js";
import { actionForm } from "./action-form.js";
import { newSessionForm } from "./new-session-form.js";
import type { PageView, Section } from "./page-parts.js";
import { choiceQuery } from "./session-choice.js";
import { MOST_PAGES, overviewOf, PAGE_ROWS, type SessionOverview } from "./session-overview.js";
import { shownTime } from "./shown-time.js";

const COLUMNS = ["Session", "Status", "Customer", "Technician", "Channel", "Since", "Note"];

/** The support sessions: how many of each status, a table of them in pages, and a form for a new one. */
export const sessionsSection: Section = {
  id: "sessions",
  title: "Sessions",
  ticks: true,
  render(view) {
    const desk = view.parts.desk();
    settleSessions(desk, view.parts.clock.now());
    const overview = overviewOf(desk.sessions, view.choice);
    return html`${statusLinks(view, overview)}${table(view, desk, overview)}${newSessionForm(view)}`;
  },
};

function statusLinks({ choice: { status } }: PageView, { counts, total }: SessionOverview): Html {
  const link = (name: SessionStatus | undefined, count: number) =>
    html`<li data-key="${name ?? "all"}"><a class="chip ${tone(name)}" href="/${choiceQuery({ status: name, page: 1 })}"${
      name === status && html` aria-current="true"`
    }>${name ?? "All"} <b>${count}</b></a></li>`;
  // The selected status stays in the row, even if its last session is gone.
  const all = [...(status === undefined || counts.has(status) ? counts : [...counts, [status, 0] as const])];
  const live = all.filter(([name]) => isLive(name));
  const ended = all.filter(([name]) => !isLive(name));
  const endedCount = ended.reduce((sum, [, count]) => sum + count, 0);
  return html`<ul class="chips" aria-label="Sessions by status">${link(undefined, total)}${live.map(([name, count]) =>
    link(name, count),
  )}</ul>${
    ended.length > 0 &&
    html`<details data-key="ended"${status !== undefined && !isLive(status) && html` open`}><summary class="quiet">Ended
<b>${endedCount}</b></summary><ul class="chips" aria-label="Ended sessions by status">${ended.map(([name, count]) =>
      link(name, count),
    )}</ul></details>`
  }`;
}

function table(view: PageView, desk: Desk, overview: SessionOverview): Html {
  const { shown, matching } = overview;
  if (matching === 0)
    return html`<p class="quiet" data-key="none">No session${view.choice.status && " of this status"}.</p>`;
  return html`<div class="scroll" data-key="table" role="region" aria-label="Sessions" tabindex="0"><table>
<thead><tr>${COLUMNS.map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="unseen">Action</span></th></tr></thead>
<tbody>${shown.map((session) => row(view, desk, session))}</tbody></table></div>${pageLinks(view, overview)}`;
}

/** Which rows these are, and the way to the others. */
function pageLinks({ choice: { status } }: PageView, { matching, shown, page, pages }: SessionOverview): Html | false {
  if (shown.length === matching) return false;
  const link = (to: number, text: string) =>
    to >= 1 && to <= pages && html` <a href="/${choiceQuery({ status, page: to })}">${text}</a>`;
  const first = (page - 1) * PAGE_ROWS + 1;
  const beyond = matching > MOST_PAGES * PAGE_ROWS && ` The list ends at ${MOST_PAGES * PAGE_ROWS}: choose a status.`;
  return html`<p class="quiet" data-key="pages">${first} to ${first + shown.length - 1} of ${matching}.${link(
    page - 1,
    "Previous",
  )}${link(page + 1, "Next")}${beyond}</p>`;
}

function row(view: PageView, desk: Desk, session: SupportSession): Html {
  const { id, status, technician, channel, customFields, statusAt, note, about } = session;
  const closing =
    isClosable(status) &&
    actionForm(
      view,
      "close-session",
      html`<input type="hidden" name="session" value="${id}"><button>Close<span class="unseen"> session ${id}</span></button>`,
    );
  const person = technician === undefined ? undefined : desk.technician(technician)?.person;
  const channelName = channel === undefined ? undefined : desk.organisation.node(channel)?.name;
  return html`<tr data-key="${id}"><th scope="row">${id}</th><td><span class="chip ${tone(status)}">${status}</span></td>
<td data-name="Customer">${customFields[0] ? foreign(customFields[0], 40) : ""}</td><td data-name="Technician">${person ? foreign(person.name, 40) : technician}</td>
<td data-name="Channel">${channelName === undefined ? channel : foreign(channelName, 40)}</td><td data-name="Since">${shownTime(statusAt)}</td>
<td><span class="note quiet">${foreign(note === "" ? (about ?? "") : note, 80)}</span></td><td>${closing}</td></tr>`;
}

function tone(status: SessionStatus | undefined): string {
  if (status === undefined) return "";
  if (status === "PICKEDUP") return "good";
  return isLive(status) ? "waiting" : "ended";
}
