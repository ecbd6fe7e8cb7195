import { randomBytes, timingSafeEqual } from "node:crypto";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { isOwnOrigin } from "../http/own-host.js";
import type { Delivery, Route, RoutedRequest } from "../http/server/route.js";
import { MISDIRECTED } from "../http/server/wrong-host-route.js";
import { PAGE_PATH } from "./action-form.js";
import { actions } from "./actions.js";
import { EventStreams } from "./event-streams.js";
import { type Notice, pageDocument, resetForm } from "./page-document.js";
import { PAGE_ICON } from "./page-icon.js";
import type { PageParts, PageView } from "./page-parts.js";
import { DESK_PAGE_HEADERS, pageReply } from "./page-reply.js";
import { PAGE_SCRIPT } from "./page-script.js";
import { PAGE_STYLE } from "./page-style.js";
import { SECTIONS, sectionElement } from "./sections.js";
import { choiceIn, choiceQuery, type SessionChoice } from "./session-choice.js";

// The longest form holds a few hundred characters.
const FORM_LIMIT = 16 * 1024;
const KEPT_NOTICES = 100;

const FILES: ReadonlyMap<string, readonly [type: string, text: string]> = new Map([
  [`${PAGE_PATH}page.js`, ["text/javascript", PAGE_SCRIPT]],
  [`${PAGE_PATH}page.css`, ["text/css", PAGE_STYLE]],
  [`${PAGE_PATH}icon.svg`, ["image/svg+xml", PAGE_ICON]],
]);

/**
 * The emulator's live page: `/`, and what it needs under `/~desk/`. It refuses requests to a host name other than the
 * emulator's own, even if the service accepts them, and actions without the token of its forms.
 */
export class DeskPage implements Route {
  readonly #parts: PageParts;
  readonly #token = randomBytes(24).toString("base64url");
  readonly #streams: EventStreams;
  /** The results of actions, by number, for the page that follows a form. */
  readonly #notices = new Map<string, Notice>();
  #actions = 0;

  constructor(parts: PageParts) {
    this.#parts = parts;
    const draw = (choice: SessionChoice, all: boolean) => this.#draw(choice, all);
    this.#streams = new EventStreams(draw, (listener) => parts.history.onChange(listener));
  }

  match({ path }: RoutedRequest): boolean {
    return path === "/" || path.startsWith(PAGE_PATH);
  }

  async serve(request: RoutedRequest): Promise<Delivery | undefined> {
    const { method, path, incoming } = request;
    if (!this.#parts.hosts.has(incoming)) return pageReply(MISDIRECTED.status, MISDIRECTED.body);
    if (path.startsWith(`${PAGE_PATH}actions/`)) return this.#act(request);
    if (method !== "GET" && method !== "HEAD") return pageReply(405, "Expected GET.", { Allow: "GET, HEAD" });
    if (path === "/") return this.#page(request);
    if (path === `${PAGE_PATH}events` && method === "GET") return this.#stream(request);
    const [type, text] = FILES.get(path) ?? [];
    if (type === undefined || text === undefined) return pageReply(404, "Not Found");
    return pageReply(200, text, {}, type);
  }

  /** Ends the streams of open pages. */
  close(): void {
    this.#streams.close();
  }

  #page({ query }: RoutedRequest): Delivery {
    const search = new URLSearchParams(query);
    const notice = this.#notices.get(search.get("notice") ?? "");
    return this.#shown(200, choiceIn(search), notice);
  }

  #shown(code: number, choice: SessionChoice, notice: Notice | undefined): Delivery {
    return pageReply(code, pageDocument(this.#view(choice), notice).toString(), {}, "text/html");
  }

  #stream({ query, response }: RoutedRequest): Delivery | undefined {
    if (this.#streams.isFull) return pageReply(503, "Too many open pages.");
    this.#streams.open(response, choiceIn(new URLSearchParams(query)), DESK_PAGE_HEADERS);
    return undefined;
  }

  async #act(request: RoutedRequest): Promise<Delivery> {
    const { method, path, headers, query, signal } = request;
    const action = actions.get(path.slice(`${PAGE_PATH}actions/`.length));
    if (!action) return pageReply(404, "Not Found");
    if (method !== "POST") return pageReply(405, "Expected POST.", { Allow: "POST" });
    if (!isOwnOrigin(headers.origin, headers.host)) return pageReply(403, "This form is of another site's page.");
    const body = await request.body();
    if (body.length > FORM_LIMIT) return pageReply(413, "The form is too long.");
    const form = new URLSearchParams(body);
    if (!this.#isToken(form.get("token"))) {
      return pageReply(403, "The form is of an earlier run of the emulator: load the page again.");
    }
    // Whoever pressed the button saw the desk of before the reset.
    if (signal.aborted) return pageReply(409, "The desk has been reset meanwhile: nothing was done.");
    const notice = noticeOf(() => action(form, this.#parts));
    if (/\bjson\b/.test(headers.accept ?? "")) {
      return pageReply(notice.failed ? 422 : 200, JSON.stringify(notice), {}, "application/json");
    }
    const choice = choiceIn(new URLSearchParams(query));
    if (notice.failed) return this.#shown(422, choice, notice);
    return pageReply(303, "", { Location: `/${choiceQuery(choice, { notice: this.#keep(notice) })}` });
  }

  #keep(notice: Notice): string {
    this.#actions += 1;
    const number = String(this.#actions);
    this.#notices.set(number, notice);
    this.#notices.delete(String(this.#actions - KEPT_NOTICES));
    return number;
  }

  #isToken(given: string | null): boolean {
    const [expected, actual] = [Buffer.from(this.#token), Buffer.from(given ?? "")];
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }

  #view(choice: SessionChoice): PageView {
    return { parts: this.#parts, token: this.#token, choice };
  }

  #draw(choice: SessionChoice, all: boolean): ReadonlyMap<string, string> {
    const view = this.#view(choice);
    const drawn = new Map<string, string>();
    for (const section of SECTIONS.flat()) {
      if (all || section.ticks) drawn.set(section.id, sectionElement(section, view).toString());
    }
    // A page that is still open when the emulator is restarted gets the new token.
    if (all) drawn.set("reset", `<div id="reset">${resetForm(view)}</div>`);
    return drawn;
  }
}

function noticeOf(act: () => string): Notice {
  try {
    return { text: act(), failed: false };
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    return { text: error.message, failed: true };
  }
}
