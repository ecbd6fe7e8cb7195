const SERVICE = "https://secure.logmeinrescue.com/API/API.asmx?wsdl";

/** The address of a WSDL as an argument names it: the vendor's unless given. ASMX serves one under `?wsdl`. */
export function wsdlAddress(argument: string | undefined): string {
  if (argument === undefined) return SERVICE;
  if (!URL.canParse(argument)) return argument;
  const url = new URL(argument);
  if (url.search === "") url.search = "?wsdl";
  return url.href;
}
