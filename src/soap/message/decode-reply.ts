import { readUsualReply } from "./compiled-reader.js";
import type { Reply, ReplyExpectation } from "./reply.js";
import { decodeStrictly } from "./strict-decoder.js";

const NO_DRIFT: readonly string[] = Object.freeze([]);

/**
 * Decodes a reply. A usual one is read at once by the reader that is compiled from the contract; every other one, from
 * its start, by the strict decoder, which decides what it means. Where both can read a reply they give the same.
 *
 * @throws {ReplyDecodeError}
 */
export function decodeReply(text: string | Iterable<string>, expected: ReplyExpectation): Reply {
  const response = typeof text === "string" ? readUsualReply(text, expected) : undefined;
  return response ? { response, drift: NO_DRIFT } : decodeStrictly(text, expected);
}
