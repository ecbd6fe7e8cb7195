/** A request to the admin API that is refused. */
export class AdminError extends Error {
  readonly status: number;
  /** A stable word for programs. */
  readonly code: string;
  /** The path of what is wrong in the request, such as `status`. */
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly path?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.path = more.path;
    this.headers = more.headers ?? {};
  }
}

/** Something in the request's body or query is wrong. */
export function badRequest(path: string, problem: string): AdminError {
  return new AdminError(400, "INVALID_ARGUMENT", `${path}: ${problem}`, { path });
}
