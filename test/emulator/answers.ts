import type { LogEntry } from "../../src/emulator/index.js";
import type { Emulator } from "../reference/service.js";

type Told = Pick<LogEntry, "operation" | "status" | "result" | "fault">;

/** What the log says of each call, except for its time and form. */
export function answersOf({ log }: Pick<Emulator, "log">): readonly Told[] {
  return log.map(({ operation, status, result, fault }) => ({
    operation,
    status,
    ...(result === undefined ? {} : { result }),
    ...(fault === undefined ? {} : { fault }),
  }));
}
