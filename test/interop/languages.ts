import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { Emulator } from "../reference/service.js";
import { type Command, findInterpreter } from "./programs.js";

/** A way to run programs of another language. */
export interface Language {
  /** As a reader knows it. */
  readonly name: string;
  /** The language of its blocks in Markdown. */
  readonly fence: string;
  /** Undefined where it is not installed. */
  readonly interpreter: string | undefined;
  readonly lacking: string;
  /** What compiles and runs a program of this language for a session of the emulator. */
  commands(interpreter: string, program: string, emulator: Emulator): readonly Command[];
}

const SESSION = "12345678";
const JAXWS = "/usr/share/java/jaxws-rt.jar";
const PROXY_FROM_WSDL = resolve("examples/other-languages/ProxyFromWsdl.cs");
const mcs = (output: string, ...files: string[]): Command => [
  "mcs",
  "-r:System.Web.Services",
  `-out:${output}`,
  ...files,
];

const mono = await findInterpreter(["mono"], ["--version"]);
const MONO_LACKING = "no Mono here (Debian: mono-mcs, libmono-system-web-services4.0-cil)";

export const csharp: Language = {
  name: "C# (Mono)",
  fence: "csharp",
  interpreter: mono,
  lacking: MONO_LACKING,
  commands: (interpreter, program, { endpoint }) => [
    mcs("program.exe", program),
    [interpreter, "program.exe", endpoint, SESSION],
  ],
};

/** With the proxy class that .NET makes of the emulator's own WSDL. */
export const csharpProxy: Language = {
  name: "C# (Mono), proxy from the WSDL",
  fence: "csharp",
  interpreter: mono,
  lacking: MONO_LACKING,
  commands: (interpreter, program, { endpoint, wsdlUrl }) => [
    mcs("generate.exe", PROXY_FROM_WSDL),
    [interpreter, "generate.exe", wsdlUrl, "RescueProxy.cs"],
    mcs("program.exe", program, "RescueProxy.cs"),
    [interpreter, "program.exe", endpoint, SESSION],
  ],
};

export const php: Language = {
  name: "PHP, ext-soap",
  fence: "php",
  interpreter: await findInterpreter(["php"], ["-r", "exit(extension_loaded('soap') ? 0 : 1);"]),
  lacking: "no php with the soap extension here (Debian: php-cli, php-soap)",
  commands: (interpreter, program, { wsdlUrl }) => [[interpreter, program, wsdlUrl, SESSION]],
};

// Another Python may precede Debian's in PATH.
export const zeep: Language = {
  name: "Python, zeep",
  fence: "python",
  interpreter: await findInterpreter(["python3", "/usr/bin/python3"], ["-c", "import zeep"]),
  lacking: "no Python with zeep here (Debian: python3-zeep)",
  commands: (interpreter, program, { wsdlUrl }) => [[interpreter, program, wsdlUrl, SESSION]],
};

export const python: Language = {
  name: "Python",
  fence: "python",
  interpreter: await findInterpreter(["python3"], ["--version"]),
  lacking: "no python3 here",
  commands: (interpreter, program, { endpoint }) => [[interpreter, program, endpoint, SESSION]],
};

export const java: Language = {
  name: "Java, `java.net.http`",
  fence: "java",
  interpreter: await findInterpreter(["java"], ["-version"]),
  lacking: "no java here (Debian: default-jdk-headless)",
  commands: (interpreter, program, { endpoint }) => [[interpreter, program, endpoint, SESSION]],
};

/** With the classes that wsimport makes of the emulator's own WSDL. */
export const jaxws: Language = {
  name: "Java, JAX-WS",
  fence: "java",
  interpreter: (await access(JAXWS).then(
    () => true,
    () => false,
  ))
    ? await findInterpreter(["java"], ["-version"])
    : undefined,
  lacking: "no java with JAX-WS here (Debian: default-jdk-headless, jaxws)",
  commands: (interpreter, program, { wsdlUrl }) => [
    ["wsimport", "-quiet", "-p", "rescue", wsdlUrl],
    [interpreter, "-cp", `.:${JAXWS}`, program, wsdlUrl, SESSION],
  ],
};

export const shell: Language = {
  name: "sh, curl",
  fence: "sh",
  interpreter: await findInterpreter(["sh"], ["-c", "command -v curl"]),
  lacking: "no sh with curl here",
  commands: (interpreter, program, { endpoint }) => [[interpreter, program, endpoint, SESSION]],
};
