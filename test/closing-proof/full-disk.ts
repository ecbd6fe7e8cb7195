// Loaded before a process: its files take 20,000 bytes together, and then not even the whole of what is written.
import { open } from "node:fs/promises";

const handle = await open(process.execPath);
const prototype = Object.getPrototypeOf(handle) as { write: Write };
await handle.close();

type Write = (bytes: Buffer, offset: number, length: number) => Promise<{ bytesWritten: number }>;
const { write } = prototype;
let room = 20_000;

prototype.write = async function (this: unknown, bytes, offset, length) {
  if (room === 0) throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  const fits = Math.min(room, length);
  room -= fits;
  return write.call(this, bytes, offset, fits);
};
