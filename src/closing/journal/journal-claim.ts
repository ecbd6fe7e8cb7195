import { randomBytes } from "node:crypto";
import { open, readdir, realpath, stat, unlink, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "../../soap/http/error-code.js";
import { printable } from "../../soap/text/printable.js";
import { inodeAt, refused } from "./journal-file.js";
import { isRunning, ownMark, type ProcessMark, processPlace } from "./process-place.js";

/** Milliseconds after which a claim is renewed. */
const BEAT = 2_000;
/** Milliseconds without a renewal after which a claim from elsewhere counts as left behind. */
const STILL = 5 * BEAT;
const TRIES = 5;

/** The right to use a journal. */
export interface JournalClaim {
  /**
   * True where the journal is at its path no more, or where another took this process for gone, which it was not: it was
   * stopped, or its disk was.
   */
  readonly isLost: boolean;
  release(): Promise<void>;
}

/** Who uses a journal, as the name of its claim says. */
interface Claim extends ProcessMark {
  readonly path: string;
  readonly place: string;
}

/**
 * Claims a journal for this process: a file beside it, `<journal>.lock-<inode>-<pid>-<start>-<place>-<token>`, which
 * nobody else ever makes. Each makes its own first and looks for others then, so that of two at least one sees the other.
 *
 * A claim holds for as long as its process runs, and no longer. Where that cannot be told, because the process is on
 * another machine or in another container, it holds for as long as it is renewed; no clock is compared.
 *
 * @param inode of the file: it is the same for each of its names.
 * @throws {InvalidArgumentError} where another run uses the journal.
 */
export async function claimJournal(path: string, inode: string): Promise<JournalClaim> {
  const folder = await realpath(dirname(path));
  const [place, { pid, start }] = await Promise.all([processPlace(), ownMark()]);
  const token = randomBytes(6).toString("hex");
  const journal = join(folder, basename(path));
  const own = join(folder, `${basename(path)}.lock-${inode}-${pid}-${start}-${place}-${token}`);
  for (let tries = 1; ; tries += 1) {
    await make(own);
    const holder = await othersIn(folder, inode, own, place);
    if (!holder) break;
    await unlink(own).catch(() => {});
    // Two that begin together may both give way: one of them comes first the next time.
    if (!holder.isFresh || tries === TRIES) throw inUse(holder.claim);
    await sleep(50 + Math.random() * 200);
  }
  let isLost = false;
  const timer = setInterval(() => {
    const now = new Date();
    utimes(own, now, now).catch((error: unknown) => {
      isLost ||= errorCode(error) === "ENOENT";
    });
    // What is written to a file that was removed is gone with the process.
    inodeAt(journal).then((found) => {
      isLost ||= found !== inode;
    });
  }, BEAT);
  timer.unref();
  return {
    get isLost() {
      return isLost;
    },
    async release() {
      clearInterval(timer);
      await unlink(own).catch(() => {});
    },
  };
}

async function make(path: string): Promise<void> {
  try {
    await (await open(path, "wx", 0o600)).close();
  } catch (error) {
    throw refused(`no lock can be made beside it (${errorCode(error)})`);
  }
}

interface Holder {
  readonly claim: Claim;
  /** True where it has not been renewed yet: it may have been made at the same time, and be given up again. */
  readonly isFresh: boolean;
}

/** The one who holds a claim; removes those that were left behind. */
async function othersIn(folder: string, inode: string, own: string, place: string): Promise<Holder | undefined> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const claim = path === own ? undefined : readClaim(path, name, inode);
    if (!claim) continue;
    const runs = claim.place === place ? await isRunning(claim) : undefined;
    const made = await stat(path, { bigint: true }).catch(() => undefined);
    if (made && (runs ?? (await isRenewed(path, made.mtimeNs)))) {
      return { claim, isFresh: made.mtimeNs === made.ctimeNs };
    }
    // Nobody makes one of that name again: it is the one that was looked at.
    await unlink(path).catch(() => {});
  }
  return undefined;
}

function readClaim(path: string, name: string, inode: string): Claim | undefined {
  const [, of, pid, start, place] =
    /\.lock-([0-9a-z]{1,20})-(\d{1,10})-(\d{1,16})-([0-9a-f]{12})-[0-9a-f]{12}$/.exec(name) ?? [];
  if (of !== inode || place === undefined) return undefined;
  return { path, pid: Number(pid), start: Number(start), place };
}

async function isRenewed(path: string, at: bigint): Promise<boolean> {
  for (let waited = 0; waited < STILL; waited += 500) {
    await sleep(500);
    const now = await stat(path, { bigint: true }).catch(() => undefined);
    if (!now) return false;
    if (now.mtimeNs !== at) return true;
  }
  return false;
}

function inUse({ path, pid }: Claim): Error {
  return refused(
    `another run uses it (process ${pid}); wait until it has ended, or remove ${printable(path)} where it surely has`,
  );
}
