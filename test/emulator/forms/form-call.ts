import { exchange, type Reply } from "../wire.js";

export const METHODS = ["GET", "POST"] as const;
export type Method = (typeof METHODS)[number];

export interface FormOptions {
  readonly method?: Method;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a form by hand: the query of a GET or the body of a POST. `SSO/Name` is a form outside `/API/`. */
export function callForm(
  endpoint: string,
  name: string,
  parameters: Readonly<Record<string, string>> | string = {},
  { method = "GET", cookie, headers: more = {} }: FormOptions = {},
): Promise<Reply> {
  const sent = typeof parameters === "string" ? parameters : new URLSearchParams(parameters).toString();
  const headers = { ...more, ...(cookie === undefined ? {} : { Cookie: cookie }) };
  const path = `${name.includes("/") ? "/" : "/API/"}${name}.aspx`;
  if (method === "GET") return exchange(endpoint, { method, path: `${path}?${sent}`, headers });
  return exchange(endpoint, {
    path,
    body: sent,
    headers: { ...headers, "Content-Type": "application/x-www-form-urlencoded" },
  });
}

/** The text a form answers. */
export async function textOf(...call: Parameters<typeof callForm>): Promise<string> {
  return (await callForm(...call)).body;
}
