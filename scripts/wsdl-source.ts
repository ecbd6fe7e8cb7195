import { resolve } from "node:path";

const SERVICE = "https://secure.logmeinrescue.com/API/API.asmx?wsdl";

/**
 * Where a WSDL is, as an argument names it: the vendor's unless given. ASMX serves one under `?wsdl`. A file is looked for
 * where the command was given, which is not where npm runs a script.
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

// A drive letter of Windows is no scheme.
function isFile(argument: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(argument);
}
