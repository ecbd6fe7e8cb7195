import { InvalidArgumentError } from "../errors/invalid-argument-error.js";

/** Which report a cursor belongs to. */
export interface CursorSubject {
  readonly area: string;
  readonly node: number;
  readonly ref: string;
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly from: number;
}

/** A text that says how far a report has been read: up to the end of its last whole window. */
export function writeCursor({ area, node, ref, zone, from }: CursorSubject, until: number): string {
  return Buffer.from(JSON.stringify([1, area, node, ref, zone, from, until])).toString("base64url");
}

/**
 * Reads a cursor.
 *
 * @returns up to where the report has been read, in milliseconds since 1970.
 * @throws {InvalidArgumentError} for a text that is no cursor, and for the cursor of another report.
 */
export function readCursor(cursor: string, { area, node, ref, zone, from }: CursorSubject): number {
  const refuse = (problem: string): never => {
    throw new InvalidArgumentError("cursor", `cursor: ${problem}`);
  };
  const [version, ...fields] = fieldsOf(cursor) ?? refuse("is not a cursor of this package");
  const until = fields.pop();
  if (version !== 1 || typeof until !== "number" || until % 1000 !== 0 || Number.isNaN(new Date(until).getTime())) {
    return refuse("is not a cursor of this package");
  }
  if (JSON.stringify(fields) !== JSON.stringify([area, node, ref, zone, from])) {
    return refuse("belongs to another report: area, node, ref, zone and from must be those that it was made with");
  }
  // Decoding passes over what is no Base64; and a window ends after it has begun.
  if (until <= from || writeCursor({ area, node, ref, zone, from }, until) !== cursor) {
    return refuse("is not a cursor of this package");
  }
  return until;
}

function fieldsOf(cursor: string): readonly unknown[] | undefined {
  if (typeof cursor !== "string" || cursor.length > 10_000) return undefined;
  try {
    const fields: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return Array.isArray(fields) ? fields : undefined;
  } catch {
    return undefined;
  }
}
