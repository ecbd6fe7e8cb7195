import { resolve } from "node:path";

const SERVICE = "https://secure.logmeinrescue.com/API/API.asmx?wsdl";

/**
 * The URL or file that an argument names; the vendor's WSDL by default. ASMX serves a WSDL under `?wsdl`. A file is
 * resolved against the folder in which the command was given, where npm does not run a script.
 */
export function wsdlSource(argument: string | undefined): string {
  if (argument === undefined) return SERVICE;
  if (!URL.canParse(argument) || !/^https?:$/.test(new URL(argument).protocol)) {
    return isFile(argument) ? resolve(process.env.INIT_CWD ?? ".", argument) : argument;
  }
  const url = new URL(argument);
  if (url.search === "") url.search = "?wsdl";
  return url.href;
}

// A Windows drive letter is not a scheme.
function isFile(argument: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(argument);
}
