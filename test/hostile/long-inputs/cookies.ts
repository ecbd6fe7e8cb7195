import { CookieJar } from "tough-cookie";
import { Cookies } from "../../../src/soap/http/cookies.js";
import { Deadline } from "../../../src/soap/http/deadline.js";
import { fill, type LongInput } from "./repeat.js";

const SERVICE = new URL("https://secure.logmeinrescue.com/API/API.asmx");

export const COOKIES: Readonly<Record<string, LongInput>> = {
  "lines of one reply": (size) => storeCookies([fill(size, "c{i}=v; path=/\n").split("\n")]),
  "lines of many replies": (size) =>
    storeCookies(Array.from({ length: size / 20_000 }, (_, i) => [`c${i}=v`, `d=${i}; path=/p${i}`])),
  "a line of attributes": (size) => storeCookies([[`a=b${fill(size, "; path=/")}`]]),
  "a line of blanks": (size) => storeCookies([[`a${fill(size, " ")}`], [`a=${fill(size, '" ')}`]]),
};

async function storeCookies(replies: readonly (readonly string[])[]): Promise<string> {
  const cookies = new Cookies(new CookieJar());
  for (const lines of replies) await cookies.store(SERVICE, lines, new Deadline("login", Number.POSITIVE_INFINITY));
  return cookies.header(SERVICE);
}
