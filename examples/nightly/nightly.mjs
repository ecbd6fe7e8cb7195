// A job for every night: closes what has been waiting for long, and saves yesterday's sessions as CSV. It may be killed
// and started again at any time: the journal and the partial report say where it was.
import { RescueClient } from "rescue-soap-client";

const {
  RESCUE_ENDPOINT,
  RESCUE_EMAIL,
  RESCUE_PASSWORD,
  FOLDER = ".",
  CHANNELS = "",
  HOURS = "24",
  ZONE = "UTC",
} = process.env;
const channels = CHANNELS.split(",").map((channel) => wholeNumber("CHANNELS", channel));
const seconds = wholeNumber("HOURS", HOURS) * 3600;
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short" }).format(Date.now());
const yesterday = new Date(Date.parse(today) - 24 * 3_600_000).toISOString().slice(0, 10);

const rescue = new RescueClient({
  endpoint: RESCUE_ENDPOINT,
  credentials: { email: RESCUE_EMAIL, password: RESCUE_PASSWORD },
});

/** The sessions of the channels whose status has not changed for so long, and that nobody works on. */
async function* stale() {
  for (const node of channels) {
    for (const { id, word, waitingSeconds } of await rescue.sessions.list({ node, ref: "channel" })) {
      const isIdle = word !== "active" && !word.startsWith("closed by");
      if (isIdle && waitingSeconds >= seconds) yield id;
    }
  }
}

/** Nothing is taken for 0: HOURS=0 closes all that waits. */
function wholeNumber(name, text) {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  console.error(`${name}: expected ${name === "CHANNELS" ? "node ids, such as 401,402" : "a whole number"}`);
  process.exit(2);
}

try {
  // A journal for each night: what an earlier start of the same night has closed is not closed again.
  // What the service refused then is tried again, so that this start tells of it, too.
  const run = rescue.closeSessions(stale(), { journal: `${FOLDER}/closed-${today}.ndjson`, retryRefused: true });
  for await (const { session, closed, code } of run) {
    if (closed !== true) console.error(session, closed === null ? "unknown" : "not closed", code);
  }
  const { totals } = run.progress;
  console.log(
    `${totals.closed} closed, ${totals.notClosed} not closed, ${totals.unknown} unknown, ${totals.skipped} done before`,
  );
  // It ended before all sessions were tried: the service is away, or refuses the user.
  if (run.ended) throw new Error(run.ended.message);

  const saved = await rescue.reports.save(
    { area: "SESSION", node: 1, from: yesterday, to: today, zone: ZONE },
    { file: `${FOLDER}/sessions-${yesterday}.csv`, format: "csv", escapeFormulas: true },
  );
  console.log(`${saved.rows} rows of ${yesterday}`);
  // For cron and its mail: 0 all is done, 1 somebody should look.
  process.exitCode = totals.notClosed + totals.unknown > 0 ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  await rescue[Symbol.asyncDispose](); // logs out
}
