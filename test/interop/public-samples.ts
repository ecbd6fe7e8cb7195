import { csharp, csharpProxy, type Language, php, python, shell } from "./languages.js";

/** A public sample, and a program that calls the service as it does. */
export interface PublicSample {
  /** Where the sample is published. */
  readonly source: string;
  readonly address: string;
  /** What it does. */
  readonly does: string;
  /** The program of test/interop/samples/. */
  readonly file: string;
  readonly language: Language;
  /** What the sample's author wants to see. */
  readonly wants: readonly string[];
  /** What is printed against the emulator. */
  readonly prints: readonly string[];
  /** Why it does not print what its author wants, or what is different from the sample. */
  readonly remark: string;
}

const GUIDE = "https://secure.logmeinrescue.com/welcome/webhelp/EN/RescueAPI/API";

/** A sample that does what it is for. */
function passing(sample: Omit<PublicSample, "prints">): PublicSample {
  return { ...sample, prints: sample.wants };
}

export const PUBLIC_SAMPLES: readonly PublicSample[] = [
  {
    source: "guide, closeSession, PHP",
    address: `${GUIDE}/API_Rescue_closeSession.html`,
    does: "login, closeSession",
    file: "guide_close_session.php",
    language: php,
    wants: ["login_OK", "closeSessionRet_OK"],
    prints: ["login_OK", "closeSessionRet_InvalidParam_Session"],
    remark: "passes a variable that it never fills: no session is sent",
  },
  {
    source: "guide, holdSession, PHP",
    address: `${GUIDE}/API_Rescue_holdSession.html`,
    does: "login, holdSession",
    file: "guide_hold_session.php",
    language: php,
    wants: ["login_OK", "holdSessionRet_OK"],
    prints: ["login_OK", "SOAP-ERROR: Encoding: object has no 'iSession' property"],
    remark:
      "says `iSessionID`; the packaged WSDL says `iSession`, as the operation pages of its sisters do. Which one the service has is not known",
  },
  passing({
    source: "guide, requestAuthCode, C#",
    address: `${GUIDE}/API_Rescue_requestAuthCode.html`,
    does: "an auth code by HTTP GET, closeSession with it",
    file: "AuthCodeForm.cs",
    language: csharp,
    wants: ["OK\\n\\nAUTHCODE:", "OK"],
    remark: "the call with the code is added",
  }),
  passing({
    source: "tskmjk/rescue-api, C#",
    address: "https://github.com/tskmjk/rescue-api",
    does: "login, getSession, setReportDate, getReport by HTTP GET, one `CookieContainer`",
    file: "SharedCookies.cs",
    language: csharp,
    wants: ["OK", "OK 12345678", "OK", "OK Start Time"],
    remark: "four samples in one program; the node is filled in",
  }),
  {
    source: "tskmjk/rescue-api, getReport, PHP",
    address: "https://github.com/tskmjk/rescue-api",
    does: "login, setReportArea, setReportDate, getReport; rows by the names of columns",
    file: "report_by_column.php",
    language: php,
    wants: ["setReportArea_OK", "setReportDate_OK", "getReport_OK", "Session ID is a number"],
    prints: ["setReportArea_Error", "setReportDate_OK", "getReport_OK", "Session ID is a number"],
    remark:
      "a misspelled variable: no area is sent. The report still comes, as the area is SESSION already. NuSOAP in the sample, ext-soap here",
  },
  {
    source: "edwinmugendi/logmein, PHP",
    address: "https://github.com/edwinmugendi/logmein",
    does: "login, setReportArea_v2, setReportDate_v2, getReport_v2",
    file: "report_v2.php",
    language: php,
    wants: ["setReportArea_OK", "OK"],
    prints: ["setReportArea_OK", "soap:Client"],
    remark: "its test gives `02/23/2014` where an xs:dateTime belongs: the request is refused",
  },
  passing({
    source: "PsCustomObject/LogMeInRescue, PowerShell",
    address: "https://github.com/PsCustomObject/LogMeInRescue",
    does: "a proxy from the WSDL: requestAuthCode, getUser_v2, data by reference",
    file: "PositionalProxy.cs",
    language: csharpProxy,
    wants: ["requestAuthCode_OK", "getUser_OK", "First Technician"],
    remark: "C# here: PowerShell makes the same proxy",
  }),
  {
    source: "PsCustomObject/LogMeInRescue, PowerShell",
    address: "https://github.com/PsCustomObject/LogMeInRescue",
    does: "the same proxy: getHierarchy_v2 with five arguments",
    file: "PositionalHierarchy.cs",
    language: csharpProxy,
    wants: ["requestAuthCode_OK", "getHierarchy_OK"],
    prints: ["requestAuthCode_OK", "getHierarchy_v2 has 8 parameters"],
    remark:
      "three elements are optional in the packaged WSDL, and .NET adds a parameter for each such element. In the service's WSDL they are probably required and nillable",
  },
  passing({
    source: "DeskproApps/logmein-rescue, TypeScript",
    address: "https://github.com/DeskproApps/logmein-rescue",
    does: "SOAP 1.2 by hand: requestAuthCode, getAccount_v2, getSession_V3 without `eNodeRef`",
    file: "soap12.sh",
    language: shell,
    wants: ["requestAuthCode_OK", "getAccount_OK", "getSession_OK"],
    remark: "curl here",
  }),
  passing({
    source: "singer-io/tap-logmeinrescue, Python",
    address: "https://github.com/singer-io/tap-logmeinrescue",
    does: "forms: login, the cookie by its name, the hierarchy, a report as XML",
    file: "cookie_by_name.py",
    language: python,
    wants: ["OK", "OK True", "OK", "OK", "OK", "OK True"],
    remark: "`urllib` here",
  }),
  passing({
    source: "MSPbotsAI/logmein-mcp, Python",
    address: "https://github.com/MSPbotsAI/logmein-mcp",
    does: "forms, a login for each call: getSession_v3, getNote, getChat of an unknown session",
    file: "login_for_each_call.py",
    language: python,
    wants: ["OK True", "OK\\n\\nNOTE:Asked for the serial number", "ERROR"],
    remark: "`urllib` here; eleven calls within three minutes would meet the limit of logins",
  }),
];
