import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import { dirname } from "node:path";
import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { errorCode } from "../../soap/http/error-code.js";

/** What a journal needs of the file that it is in. */
export interface JournalFile {
  read(buffer: Buffer, position: number): Promise<number>;
  /** Adds bytes to the end. Not all may be written where this throws. */
  append(bytes: Buffer): Promise<void>;
  /** Resolves when what was appended survives a loss of power. */
  sync(): Promise<void>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** A journal's file, and which file of its file system it is. */
export interface OpenedFile {
  readonly file: JournalFile;
  readonly inode: string;
}

const FLAGS =
  constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const WHY: Readonly<Record<string, string>> = {
  EACCES: "it may not be written",
  EPERM: "it may not be written",
  EROFS: "its file system is read-only",
  EISDIR: "it is a directory",
  ELOOP: "it is a symbolic link; name the file itself",
  ENXIO: "it is no file",
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is none",
  ENOSPC: "the disk is full",
};

/**
 * Opens or makes the file of a journal.
 *
 * @throws {InvalidArgumentError} where it cannot be written, and for what is no file, or has a second name: another run
 *   could use it by that.
 */
export async function openJournalFile(path: string): Promise<OpenedFile> {
  let handle: FileHandle;
  try {
    handle = await open(path, FLAGS, 0o600);
  } catch (error) {
    const code = errorCode(error);
    throw refused(WHY[code] ?? `it cannot be opened (${code})`);
  }
  try {
    const found = await handle.stat({ bigint: true });
    if (!found.isFile()) throw refused("it is no file");
    if (found.nlink > 1n) throw refused("the file has a second name (a hard link); remove one of them");
    if (found.size === 0n) await syncFolder(path);
    return { file: fileOf(handle), inode: inodeOf(found) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Which file of its file system stands at a path; undefined where none does. */
export async function inodeAt(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined);
  return found && inodeOf(found);
}

/** The error for a journal that cannot be used. */
export function refused(problem: string): InvalidArgumentError {
  return new InvalidArgumentError("journal", `journal: ${problem}. Nothing has been sent.`);
}

function fileOf(handle: FileHandle): JournalFile {
  return {
    read: async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead,
    async append(bytes) {
      for (let written = 0; written < bytes.length; ) {
        written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
      }
    },
    sync: () => handle.datasync(),
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
}

function inodeOf({ ino }: BigIntStats): string {
  return ino.toString(36);
}

// The name of a new file is in its folder. Windows opens no folder.
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(dirname(path), "r");
    await folder.sync().finally(() => folder.close());
  } catch {
    // Where it cannot be synced, the system does so in time.
  }
}
