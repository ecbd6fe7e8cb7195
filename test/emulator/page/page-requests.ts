import { once } from "node:events";
import { type ClientRequest, get, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { exchange, type Reply } from "../wire.js";

/** The page, requested over plain HTTP. */
export function openPage(endpoint: string, path = "/", headers: Record<string, string> = {}): Promise<Reply> {
  return exchange(endpoint, { method: "GET", path, headers });
}

/** The token in the page's forms. */
export async function tokenOf(endpoint: string): Promise<string> {
  const token = /name="token" value="([^"]+)"/.exec((await openPage(endpoint)).body)?.[1];
  if (token === undefined) throw new Error("the page holds no token");
  return token;
}

/** Sends a form of the page, with its token unless another is given. */
export async function act(
  endpoint: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
  headers: Record<string, string> = {},
): Promise<Reply> {
  const token = fields.token ?? (await tokenOf(endpoint));
  return exchange(endpoint, {
    path: `/~desk/actions/${action}`,
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ ...fields, token }).toString(),
  });
}

/** The words of a piece of HTML. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The element of a section of the page. */
export function sectionOf(page: string, id: string): string {
  return new RegExp(`<section id="${id}".*?</section>`, "s").exec(page)?.[0] ?? "";
}

/** An open stream of the page's events. */
export class PageEvents {
  readonly headers: IncomingMessage["headers"];
  readonly #request: ClientRequest;
  readonly #lines: AsyncIterator<string>;

  private constructor(request: ClientRequest, response: IncomingMessage) {
    this.#request = request;
    this.headers = response.headers;
    this.#lines = createInterface({ input: response })[Symbol.asyncIterator]();
  }

  static async open(endpoint: string, query = ""): Promise<PageEvents> {
    const request = get(new URL(`/~desk/events${query}`, endpoint), { agent: false });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    response.on("error", () => undefined);
    return new PageEvents(request, response);
  }

  /** The next line of the stream; undefined at its end. */
  async line(): Promise<string | undefined> {
    const next = await this.#lines.next();
    return next.done ? undefined : next.value;
  }

  /** Waits until a section has been pushed that holds the text. @returns its markup. */
  async until(id: string, text: string): Promise<string> {
    for (;;) {
      const line = await this.line();
      if (line === undefined) throw new Error(`the stream ended without ${id} having ${text}`);
      if (!line.startsWith("data: ")) continue;
      const section = JSON.parse(line.slice(6)) as { id: string; html: string };
      if (section.id === id && section.html.includes(text)) return section.html;
    }
  }

  close(): void {
    this.#request.destroy();
  }
}
