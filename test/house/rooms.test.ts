import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/**
 * Which rooms the files of a room may import from, beside their own: a folder each, `.` for the files beside the folders.
 * A row names rooms of earlier rows only, so that no arrow points back.
 */
type House = Readonly<Record<string, readonly string[]>>;

const HOUSE: House = {
  "version.ts": [],
  errors: [],
  soap: ["errors"],
  files: ["errors", "soap"],
  wsdl: ["version.ts", "errors", "soap"],
  codegen: ["errors", "soap", "wsdl"],
  reports: ["errors", "soap", "files"],
  closing: ["errors", "soap"],
  client: ["version.ts", "errors", "soap", "files", "reports", "closing"],
  // Not the client: that they do not share what they believe of the service is what makes the tests prove something.
  emulator: ["errors", "soap", "wsdl"],
  ".": ["errors", "soap", "reports", "closing", "client"],
  bullmq: ["errors", "soap", "closing", "client"],
  cli: ["version.ts", "errors", "soap", "wsdl", "codegen", "reports", "closing", "client", "emulator"],
};

const SOAP: House = {
  contract: [],
  text: [],
  message: ["contract", "text"],
  http: ["contract"],
  watch: ["contract", "text", "http"],
  "node-soap": ["contract", "text", "http"],
  ".": ["contract", "message", "http", "watch", "node-soap"],
};

const WSDL: House = {
  load: [],
  read: ["load"],
  pull: ["load", "read"],
  compare: ["load", "read"],
  ".": ["load", "compare"],
};

const CLIENT: House = {
  // What is known of operations and their answers, without a client.
  operations: [],
  options: ["operations"],
  watch: ["operations"],
  // What all clients of the process share of an account.
  account: ["operations", "options", "watch"],
  login: ["operations", "options", "watch", "account"],
  calls: ["operations", "options", "watch", "account", "login"],
  jobs: ["operations", "options", "watch", "account", "calls"],
  ".": ["operations", "options", "watch", "account", "login", "calls", "jobs"],
};

const EMULATOR: House = {
  // State.
  desk: [],
  "desk/seed": ["desk"],
  "desk/controls": ["desk", "desk/seed"],
  // Sockets. They know nothing of operations.
  http: [],
  "http/spoil": ["http"],
  "http/tls": [],
  "http/server": ["http", "http/spoil", "http/tls"],
  // What happened, what is reported, what is planned to go wrong.
  history: ["http/spoil"],
  reports: ["desk"],
  faults: ["desk", "http/spoil"],
  // Operations.
  "operations/call": ["desk"],
  "operations/results": ["operations/call"],
  "operations/handlers": ["desk", "operations/call", "operations/results"],
  "operations/logins": ["desk", "operations/call"],
  "operations/people": ["desk", "operations/call"],
  "operations/nodes": ["desk", "operations/call", "operations/people"],
  "operations/sessions": ["desk", "operations/call"],
  "operations/pins": ["desk", "operations/call"],
  "operations/reports": ["desk", "reports", "operations/call"],
  operations: [
    ...["desk", "http", "http/spoil", "http/server", "history", "faults", "operations/call", "operations/results"],
    ...["operations/logins", "operations/people", "operations/nodes", "operations/sessions", "operations/pins"],
    "operations/reports",
  ],
  // Doors.
  soap: ["http", "http/server", "history", "operations", "operations/call", "operations/results"],
  forms: ["desk", "http", "http/server", "history", "operations", "operations/call", "operations/results"],
  page: ["desk", "desk/controls", "http", "http/server", "http/spoil", "history", "faults"],
  admin: [
    ...["desk", "desk/seed", "desk/controls", "http", "http/server", "http/spoil", "history", "faults"],
    "operations/call",
  ],
  description: ["http", "http/server", "operations", "soap"],
  ".": [
    ...["desk", "desk/seed", "desk/controls", "http", "http/server", "http/spoil", "http/tls", "history", "faults"],
    ...["operations", "operations/call", "operations/handlers", "soap", "forms", "page", "admin", "description"],
  ],
};

describe("the rooms of the house", () => {
  for (const [name, house, folder] of [
    ["src", HOUSE, "src"],
    ["src/soap", SOAP, "src/soap"],
    ["src/wsdl", WSDL, "src/wsdl"],
    ["src/client", CLIENT, "src/client"],
    ["src/emulator", EMULATOR, "src/emulator"],
  ] as const) {
    describe(name, () => {
      it("are those of the table, each on what the rows before it hold", () => {
        const rooms = Object.keys(house);
        for (const [index, room] of rooms.entries()) {
          for (const below of house[room] ?? [])
            expect(rooms.slice(0, index), `${room} stands on ${below}`).to.include(below);
        }
        const files = filesIn(join(ROOT, folder)).map((file) => roomOf(house, relative(join(ROOT, folder), file)));
        expect([...new Set(files)].toSorted()).to.deep.equal(rooms.toSorted());
      });

      it("import what the table allows", () => {
        const arrows = arrowsIn(join(ROOT, folder), house);
        const upward = arrows.filter(({ from, to }) => !house[from]?.includes(to));
        expect(upward.map(({ file, target }) => `${file} imports ${target}`)).to.deep.equal([]);
      });

      it("use all of what the table allows", () => {
        const used = new Set(arrowsIn(join(ROOT, folder), house).map(({ from, to }) => `${from} -> ${to}`));
        const allowed = Object.entries(house).flatMap(([from, rooms]) => rooms.map((to) => `${from} -> ${to}`));
        expect(allowed.filter((arrow) => !used.has(arrow))).to.deep.equal([]);
      });
    });
  }

  it("an import that a line break, a type or a late load hides is found", () => {
    const text =
      'import {\n  a,\n} from "./a.js";\nexport type * from "../b.js";\nawait import("./c.js");\nimport "./d.js";\n';
    expect(importsIn(text)).to.deep.equal(["./a.js", "../b.js", "./c.js", "./d.js"]);
  });
});

interface Arrow {
  readonly file: string;
  readonly target: string;
  readonly from: string;
  readonly to: string;
}

/** The imports between rooms of the same house. */
function arrowsIn(folder: string, house: House): readonly Arrow[] {
  return filesIn(folder).flatMap((path) => {
    const file = relative(folder, path);
    const from = roomOf(house, file);
    return importsIn(readFileSync(path, "utf8")).flatMap((specifier) => {
      const target = normalize(join(dirname(file), specifier)).replace(/\.js$/, ".ts");
      const to = roomOf(house, target);
      return target.startsWith("..") || to === from ? [] : [{ file, target, from, to }];
    });
  });
}

function importsIn(text: string): readonly string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"$]+)"/g;
  return Array.from(text.matchAll(pattern), ([, specifier = ""]) => specifier);
}

/** The innermost folder of the table that holds the file. */
function roomOf(house: House, file: string): string {
  if (Object.hasOwn(house, file)) return file;
  const parts = dirname(file).split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const room = parts.slice(0, length).join("/");
    if (Object.hasOwn(house, room)) return room;
  }
  return dirname(file);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map(({ parentPath, name }) => join(parentPath, name));
}
