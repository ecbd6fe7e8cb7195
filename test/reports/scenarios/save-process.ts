import { RescueClient } from "../../reference/service.js";
import { CREDENTIALS } from "./sample-desk.js";

// A process that saves a report, and tells of each window, to be killed.
const [endpoint = "", file = ""] = process.argv.slice(2);
await using rescue = new RescueClient({ credentials: CREDENTIALS, endpoint });
await rescue.reports.save(
  {
    ...{ area: "SESSION", node: 1, from: "2026-10-11", to: "2026-11-20", zone: "Europe/Berlin", days: 1 },
    onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
  },
  { file, format: "csv" },
);
