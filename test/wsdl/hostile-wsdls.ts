import { DESK_SERVICE, definitionsTag, deskElements, deskOperations } from "./desk-wsdl.js";
import { type SmallWsdl, smallWsdl } from "./small-wsdl.js";

/** A hostile WSDL. */
export interface HostileWsdl {
  readonly what: string;
  readonly text: string;
  /** The error after `hostile.wsdl:line:column: `; absent for one that is harmless and is generated. */
  readonly refused?: RegExp;
}

const small = (what: string, parts: SmallWsdl, refused?: RegExp): HostileWsdl => ({
  what,
  text: smallWsdl(parts),
  ...(refused ? { refused } : {}),
});
const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("\n", "&#10;");
const field = (name: string, type = "s:string") => `<s:element name="${attribute(name)}" type="${type}"/>`;
const named = (name: string) =>
  small(`the name ${JSON.stringify(name)}`, { requestFields: field(name) }, /not a valid name/);
const enumeration = (name: string, ...literals: string[]) =>
  `<s:simpleType name="${name}"><s:restriction base="s:string">${literals
    .map((literal) => `<s:enumeration value="${attribute(literal)}"/>`)
    .join("")}</s:restriction></s:simpleType>`;
const complex = (name: string, inside: string) =>
  `<s:complexType name="${name}"><s:sequence>${inside}</s:sequence></s:complexType>`;
const of = (types: readonly string[], schema: string): SmallWsdl => ({
  requestFields: types.map((type, index) => field(`f${index}`, `tns:${type}`)).join(""),
  schema,
});
/** A WSDL with these operations, login and closeSession. */
const operations = (...names: string[]) => {
  const elements = names.map(
    (name) =>
      `<s:element name="${name}"><s:complexType/></s:element><s:element name="${name}Response"><s:complexType/></s:element>`,
  );
  return `${definitionsTag()}<wsdl:types><s:schema elementFormDefault="qualified" targetNamespace="https://desk.example/API/API.asmx">${deskElements()}
${[...new Set(elements)].join("\n")}</s:schema></wsdl:types>${deskOperations(["login", "closeSession", ...names])}${DESK_SERVICE}</wsdl:definitions>`;
};

const EVIL = [
  "*/ globalThis.injected = 1; /*",
  "`$\u007bglobalThis.injected = 1}`",
  '"; globalThis.injected = 1; //',
  "'; globalThis.injected = 1; //",
  '\\"; globalThis.injected = 1; //',
  "line\nglobalThis.injected = 1",
  "\u2028globalThis.injected = 1",
  "</script><script>globalThis.injected = 1</script>",
  "__proto__",
  "constructor",
  "../../outside",
  "",
  " ",
  "//@ts-nocheck",
  "\u202e",
];
const GLOBALS = "Date Promise Array Record Object String Symbol Map Error Function Infinity NaN".split(" ");
const MEMBERS = "constructor toString valueOf hasOwnProperty isPrototypeOf toLocaleString then".split(" ");
const RESERVED =
  "delete class enum function import package yield await let static type of any never undefined null this super new".split(
    " ",
  );

const deep = (levels: number, opening: string, closing: string) => opening.repeat(levels) + closing.repeat(levels);

export const HOSTILE_WSDLS: readonly HostileWsdl[] = [
  // Names
  ...[
    "a*/b",
    'a"b',
    "a'b",
    "a`$\u007bb}",
    "a\nb",
    "a/b",
    "..\\..\\a",
    "../../a",
    "a;b",
    "a b",
    "1a",
    "",
    "__proto__",
    "a:b",
    "a\u2028b",
    "a\u0085b",
    "\u202ea",
  ].map(named),
  small("a name of 64 KB", { requestFields: field("a".repeat(65_536)) }, /"a{77}\.\.\." is not a valid name/),
  small("a type's name of 64 KB", of(["a".repeat(65_536)], ""), /not a valid QName/),
  small(
    "a name of 200 letters that is 600 bytes",
    of(["名".repeat(200)], complex("名".repeat(200), "")),
    /is too long to name a file/,
  ),
  {
    what: "a service's name of 200 letters that is 600 bytes",
    text: smallWsdl().replace('"Small"', `"${"名".repeat(200)}"`),
    refused: /is too long to name a file/,
  },
  small("a name of 200 letters", of(["a".repeat(200)], complex("a".repeat(200), ""))),
  small(
    "unnamed types within each other, whose name grows",
    {
      requestFields: `${'<s:element name="aaaaaaaaaaaaaaaaaaaa"><s:complexType><s:sequence>'.repeat(12)}${"</s:sequence></s:complexType></s:element>".repeat(12)}`,
    },
    /which is too long; give it a name/,
  ),
  {
    what: "path separators in the service's name",
    text: smallWsdl().replace('name="Small"', 'name="../Small"'),
    refused: /not a valid name/,
  },
  {
    what: "an operation called by a path",
    text: smallWsdl().replaceAll('operation name="ping"', 'operation name="../../ping"'),
    refused: /not a valid name/,
  },
  // Clashes
  small(
    "types that differ in case",
    of(["User", "USER"], complex("User", "") + complex("USER", "")),
    /would both be called/,
  ),
  small(
    "types that differ in what no identifier holds",
    of(["a-b", "a.b"], complex("a-b", "") + complex("a.b", "")),
    /would both be called A_b/,
  ),
  small(
    "an enumeration and a type that differ in case",
    of(["mood", "Mood"], complex("mood", "") + enumeration("Mood", "x")),
    /would both be called/,
  ),
  small(
    "types that differ in how an accent is written",
    of(["é", "e\u0301"], complex("é", "") + complex("e\u0301", "")),
    /would both be called/,
  ),
  { what: "operations that differ in case", text: operations("ping", "PING"), refused: /would both be called/ },
  {
    what: "operations left out, called like members of every object, for reasons that would be code",
    text: operations(...MEMBERS)
      .replace(
        '<s:element name="toString"><s:complexType/>',
        '<s:element name="toString"><s:complexType><s:choice/></s:complexType>',
      )
      .replace(
        '<s:element name="constructor"><s:complexType/>',
        `<s:element name="constructor"><s:complexType><s:sequence><s:element name="a" type="tns:${attribute(EVIL[0] ?? "")}"/></s:sequence></s:complexType>`,
      ),
  },
  { what: "an operation twice", text: operations("ping", "ping"), refused: /is defined twice/ },
  { what: "an operation whose element is a type's name", text: operations("Date", "closeSessionRet") },
  small("a field twice", { requestFields: field("a") + field("a") }, /"a" is defined twice/),
  small("an element twice", { schema: '<s:element name="ping" type="s:string"/>' }, /"ping" is defined twice/),
  small("a literal twice", of(["E"], enumeration("E", "a", "a")), /"a" is defined twice/),
  small(
    "a type called like what an unnamed one would be",
    {
      requestFields: '<s:element name="x"><s:complexType/></s:element>',
      schema: complex("ping_x", ""),
    },
    /the unnamed type would be called "ping_x"/,
  ),
  // Reserved words
  small(
    "types called like globals",
    of(GLOBALS, GLOBALS.map((name) => complex(name, field("when", "s:dateTime"))).join("")),
  ),
  small(
    "types called like members of every object",
    of(MEMBERS, MEMBERS.map((name) => complex(name, MEMBERS.map((one) => field(one)).join(""))).join("")),
  ),
  small(
    "enumerations called like members of every object",
    of(MEMBERS, MEMBERS.map((name) => enumeration(name, ...MEMBERS)).join("")),
  ),
  small(
    "types and fields called by reserved words",
    of(RESERVED, RESERVED.map((name) => complex(name, RESERVED.map((one) => field(one)).join(""))).join("")),
  ),
  small(
    "types called like devices and the files' own",
    of(
      ["con", "NUL", "ApiClient", "Contract", "OperationTypes", "index"],
      ["con", "NUL", "ApiClient", "Contract", "OperationTypes", "index"].map((name) => complex(name, "")).join(""),
    ),
  ),
  small("fields that node-soap takes for instructions", {
    requestFields: ["attributes", "_xml", "_value", "xsi_type", "_"].map((name) => field(name)).join(""),
  }),
  { what: "operations called like members of every object", text: operations(...MEMBERS) },
  {
    what: "operations called like members of node-soap's client",
    text: operations(
      "addSoapHeader",
      "describe",
      "wsdl",
      "on",
      "setSecurity",
      "_invoke",
      "httpClient",
      "pingAsync",
      "ping",
      "pingAsyncAsync",
      "_1",
      "_2",
    ),
  },
  { what: "a service called like an operation", text: operations("Desk") },
  // Texts
  small("literals that would be code", {
    responseFields: field("pingResult", "tns:E"),
    schema: enumeration("E", ...EVIL),
  }),
  small("documentation that would be code", { documentation: EVIL.map(attribute).join(" ") }),
  small("an address that would be code", {
    service: `<wsdl:service name="S"><wsdl:port name="P" binding="tns:Port"><soap:address location="${EVIL.map(attribute).join(" ")}"/></wsdl:port></wsdl:service>`,
  }),
  small("a literal of 64 KB", {
    responseFields: field("pingResult", "tns:E"),
    schema: enumeration("E", "x".repeat(65_536)),
  }),
  small("a SOAPAction with a line feed", { soapAction: "a&#10;Cookie: b" }, /is not valid in an HTTP header/),
  {
    what: "a namespace that would be code",
    text: smallWsdl({ soapAction: "urn:ping" }).replaceAll("urn:example:small", "urn:x&quot;&gt;$\u007b1}*/'\\"),
  },
  // XML
  {
    what: "an entity bomb",
    text: `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>${smallWsdl({ documentation: "&c;" }).replace(/^.*\n/, "")}`,
    refused: /DOCTYPE/,
  },
  {
    what: "an external entity",
    text: `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>`,
    refused: /DOCTYPE/,
  },
  { what: "an external DTD", text: '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>', refused: /DOCTYPE/ },
  small("an entity nobody declared", { documentation: "&nobody;" }, /not a readable XML document/),
  {
    what: "a stylesheet",
    text: smallWsdl().replace("?>", '?><?xml-stylesheet href="a.xsl"?>'),
    refused: /processing instruction/,
  },
  { what: "cut off", text: smallWsdl().slice(0, 1200), refused: /not a readable XML document/ },
  { what: "nothing", text: "", refused: /not a readable XML document/ },
  { what: "zeros", text: "\0".repeat(1000), refused: /not a readable XML document/ },
  { what: "50 MB", text: `${smallWsdl()}${" ".repeat(50_000_000)}`, refused: /larger than 33554432 bytes/ },
  { what: "a million elements", text: `<a>${"<b/>".repeat(1_000_000)}</a>`, refused: /more than 250000 elements/ },
  { what: "100,000 levels", text: deep(100_000, "<a>", "</a>"), refused: /nest deeper than 64/ },
  {
    what: "1000 attributes",
    text: `<a ${Array.from({ length: 1000 }, (_, index) => `a${index}=""`).join(" ")}/>`,
    refused: /more than 64 attributes/,
  },
  { what: "a page", text: "<html><body>Not found</body></html>", refused: /its first element is "html"/ },
  {
    what: "a schema",
    text: '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"/>',
    refused: /its first element is "schema"/,
  },
  { what: "WSDL 2.0", text: '<description xmlns="http://www.w3.org/ns/wsdl"/>', refused: /not a WSDL 1\.1 document/ },
  // References
  small(
    "a type of the next",
    of(
      ["A"],
      complex("A", '<s:element name="b" type="tns:B"/>') +
        complex("B", '<s:element minOccurs="0" name="a" type="tns:A"/>'),
    ),
  ),
  small(
    "a type that extends itself",
    of(
      ["A"],
      '<s:complexType name="A"><s:complexContent><s:extension base="tns:A"/></s:complexContent></s:complexType>',
    ),
    /the type extends itself/,
  ),
  small(
    "types that extend each other",
    of(
      ["A"],
      ["A", "B"]
        .map(
          (name) =>
            `<s:complexType name="${name}"><s:complexContent><s:extension base="tns:${name === "A" ? "B" : "A"}"/></s:complexContent></s:complexType>`,
        )
        .join(""),
    ),
    /extends itself/,
  ),
  small(
    "a simple type on itself",
    of(["A"], '<s:simpleType name="A"><s:restriction base="tns:A"/></s:simpleType>'),
    /derived from itself/,
  ),
  small(
    "types whose descriptions double with each level",
    of(
      ["T0"],
      Array.from({ length: 61 }, (_, index) =>
        complex(
          `T${index}`,
          index === 60
            ? ""
            : `<s:element minOccurs="0" name="a" type="tns:T${index + 1}"/><s:element minOccurs="0" name="b" type="tns:T${index + 1}"/>`,
        ),
      ).join(""),
    ),
  ),
  small(
    "inherited fields that multiply",
    of(
      Array.from({ length: 400 }, (_, index) => `D${index}`),
      complex("Base", Array.from({ length: 400 }, (_, index) => field(`f${index}`)).join("")) +
        Array.from(
          { length: 400 },
          (_, index) =>
            `<s:complexType name="D${index}"><s:complexContent><s:extension base="tns:Base"/></s:complexContent></s:complexType>`,
        ).join(""),
    ),
    /more than 100000 fields/,
  ),
  {
    what: "2001 operations",
    text: operations(...Array.from({ length: 1999 }, (_, index) => `o${index}`)),
    refused: /2001 operations exceed the limit/,
  },
  small("a type that is not there", { requestFields: field("a", "tns:Nothing") }, /there is no type "Nothing"/),
  small(
    "a prefix that is not there",
    { requestFields: field("a", "x:Nothing") },
    /prefix of "x:Nothing" is not declared/,
  ),
  {
    what: "a message that is not there",
    text: smallWsdl().replace('message="tns:pingIn"', 'message="tns:gone"'),
    refused: /there is no message "gone" \(operation "ping"\)/,
  },
  {
    what: "a portType that is not there",
    text: smallWsdl().replace('type="tns:Port"', 'type="tns:gone"'),
    refused: /there is no portType "gone"/,
  },
  {
    what: "a binding that is not there",
    text: smallWsdl().replace('binding="tns:Port"', 'binding="tns:gone"'),
    refused: /there is no binding "gone"/,
  },
  small("a message without a part", { requestPart: "" }, /has no part/),
  small("an operation without an output", { body: '<soap:body use="literal"/>' }),
  {
    what: "no targetNamespace",
    text: smallWsdl().replace(/ targetNamespace="[^"]*">/, ">"),
    refused: /no targetNamespace/,
  },
  { what: "no service", text: smallWsdl({ service: " " }), refused: /no port has a SOAP binding/ },
  // Imports, for a WSDL given as text
  ...[
    "http://evil.example/a.xsd",
    "file:///etc/passwd",
    "hostile.wsdl",
    "../../../etc/passwd",
    "\\\\evil\\share",
  ].flatMap((place) => [
    small(
      `an import of ${place}`,
      { schema: `<s:import namespace="urn:b" schemaLocation="${place}"/>` },
      /xs:import of ".*" is not supported/,
    ),
    small(
      `a WSDL's import of ${place}`,
      { first: `<wsdl:import namespace="urn:b" location="${place}"/>` },
      /wsdl:import of ".*" is not supported/,
    ),
  ]),
  // Unsupported constructs
  small(
    "rpc style",
    { soapBinding: '<soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>' },
    /the style "rpc" is not supported/,
  ),
  small(
    "encoded bodies",
    { body: '<soap:body use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>' },
    /use="encoded" is not supported.*\(operation "ping"\)/,
  ),
  small("a binding of nobody's", { soapBinding: '<x:binding xmlns:x="urn:nobody"/>' }, /no port has a SOAP binding/),
  small(
    "another transport",
    { soapBinding: '<soap:binding transport="http://schemas.xmlsoap.org/soap/smtp"/>' },
    /the transport/,
  ),
  small(
    "a header",
    { body: '<soap:header message="tns:pingIn" part="parameters" use="literal"/><soap:body use="literal"/>' },
    /a soap:header is not supported/,
  ),
  small(
    "a choice",
    { requestFields: "<s:choice/>" },
    /xs:choice in xs:sequence is not supported.*no operation of the WSDL is supported/,
  ),
  small("an xs:any in a request", { requestFields: "<s:any/>" }, /xs:any in a request is not supported/),
  small("an xs:any in a reply", { responseFields: `${field("pingResult")}<s:any maxOccurs="unbounded"/>` }),
  small(
    "an attribute",
    of(["A"], '<s:complexType name="A"><s:attribute name="a" type="s:string"/></s:complexType>'),
    /xs:attribute in a complex type/,
  ),
  small(
    "a list",
    of(["A"], '<s:simpleType name="A"><s:list itemType="s:int"/></s:simpleType>'),
    /xs:list in a simple type/,
  ),
  small(
    "a union",
    of(["A"], '<s:simpleType name="A"><s:union memberTypes="s:int s:string"/></s:simpleType>'),
    /xs:union in a simple type/,
  ),
  small("text among elements", of(["A"], '<s:complexType name="A" mixed="true"/>'), /mixed content/),
  small("an abstract type", of(["A"], '<s:complexType name="A" abstract="true"/>'), /an abstract complexType/),
  small(
    "counts without end",
    { requestFields: '<s:element name="a" type="s:string" maxOccurs="99999999999999999999"/>' },
    /is not a count/,
  ),
];
