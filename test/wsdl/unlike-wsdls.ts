import {
  CLOSE_LITERALS,
  DESK_NAMESPACE,
  DESK_SERVICE,
  definitionsTag,
  deskElements,
  deskOperations,
  deskWsdl,
  enumeration,
  LOGIN_LITERALS,
} from "./desk-wsdl.js";

/** A WSDL with `login` and `closeSession` that differs in form from the packaged one, and the reply of closeSession. */
export interface UnlikeWsdl {
  readonly what: string;
  /** By path; the WSDL itself is `API.wsdl`. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Default `closeSessionRet_OK`. */
  readonly literal?: string;
  /** Returned besides the result. */
  readonly also?: Readonly<Record<string, unknown>>;
}

const plain = deskWsdl();
const one = (what: string, text: string | Uint8Array, more: Partial<UnlikeWsdl> = {}): UnlikeWsdl => ({
  what,
  files: { "API.wsdl": text },
  ...more,
});

const schema = (attributes: string, inside: string) =>
  `<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${DESK_NAMESPACE}" elementFormDefault="qualified"${attributes}>${inside}</s:schema>`;
const own = ` targetNamespace="${DESK_NAMESPACE}"`;
const results = enumeration("loginRet", LOGIN_LITERALS) + enumeration("closeSessionRet", CLOSE_LITERALS);
/** A WSDL with `types` as its schema. */
const around = (types: string) =>
  `${definitionsTag()}<wsdl:types>${types}</wsdl:types>${deskOperations(["login", "closeSession"])}${DESK_SERVICE}</wsdl:definitions>`;
const elementsOnly = deskElements().replace(/<s:simpleType.*<\/s:simpleType>/gs, "");

const twoNamespaces = around(
  `<s:schema elementFormDefault="qualified"${own} xmlns:b="urn:desk:types"><s:import namespace="urn:desk:types"/>${elementsOnly
    .replace("tns:closeSessionRet", "b:closeSessionRet")
    .replace("tns:loginRet", "b:loginRet")
    .replace(
      'name="closeSessionResult" type="b:closeSessionRet"/>',
      '$&<s:element minOccurs="0" name="oNote" type="b:Note"/>',
    )}
  </s:schema><s:schema elementFormDefault="qualified" targetNamespace="urn:desk:types">${results}
  <s:complexType name="Note"><s:sequence><s:element name="sText" type="s:string"/></s:sequence></s:complexType></s:schema>`,
);

const extraBindings = `
<wsdl:message name="loginHttpGetIn"><wsdl:part name="sEmail" type="s:string"/><wsdl:part name="sPassword" type="s:string"/></wsdl:message>
<wsdl:message name="loginHttpGetOut"><wsdl:part name="Body" element="tns:loginRet"/></wsdl:message>
<wsdl:portType name="DeskHttpGet"><wsdl:operation name="login"><wsdl:input message="tns:loginHttpGetIn"/><wsdl:output message="tns:loginHttpGetOut"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="DeskHttpGet" type="tns:DeskHttpGet"><http:binding verb="GET"/><wsdl:operation name="login"><http:operation location="/login"/></wsdl:operation></wsdl:binding>
<wsdl:service name="Others"><wsdl:port name="DeskHttpGet" binding="tns:DeskHttpGet"><http:address location="https://desk.example/"/></wsdl:port></wsdl:service>`;

export const UNLIKE_WSDLS: readonly UnlikeWsdl[] = [
  one("only login and closeSession", plain),
  one("300 operations", deskWsdl({ more: Array.from({ length: 298 }, (_, index) => `extra${index}`) })),
  one(
    "operations called like members of node-soap's client, and like each other's promises",
    deskWsdl({
      more: "addSoapHeader describe wsdl on emit setSecurity constructor toString then _invoke login_ loginAsync closeSessionAsync été a-b hasOwnProperty".split(
        " ",
      ),
      service: DESK_SERVICE.replace('"Desk"', '"wsdl"'),
    }),
  ),
  one("a service called like a promise method", deskWsdl({ service: DESK_SERVICE.replace('"Desk"', '"loginAsync"') })),
  one("another order", plain.replace(/(<wsdl:types>.*<\/wsdl:types>)(.*)(<wsdl:service.*<\/wsdl:service>)/s, "$3$2$1")),
  one("other type names", plain.replaceAll('closeSessionRet"', 'SessionEndResult"').replaceAll("loginRet", "RC")),
  one("literals after the operation", deskWsdl({ closeLiterals: ["closeSession_OK", "closeSession_Error"] }), {
    literal: "closeSession_OK",
  }),
  one("bare literals", deskWsdl({ loginLiterals: ["OK", "Error"], closeLiterals: ["Error", "OK"] }), { literal: "OK" }),
  one("HTTP GET bindings, ports and messages", deskWsdl({ last: extraBindings })),
  one("HTTP GET before SOAP", deskWsdl({ first: extraBindings })),
  one(
    "SOAP 1.2 beside SOAP 1.1",
    deskWsdl({
      first:
        '<wsdl:service xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" name="Twelve"><wsdl:port name="Twelve" binding="tns:Twelve"><s12:address location="urn:x"/></wsdl:port></wsdl:service>' +
        '<wsdl:binding xmlns:s12="http://schemas.xmlsoap.org/wsdl/soap12/" name="Twelve" type="tns:DeskSoap"><s12:binding transport="urn:not-looked-at"/></wsdl:binding>',
    }),
  ),
  one("two schemas of one namespace", around(schema(own, elementsOnly) + schema(own, results))),
  one("two namespaces", twoNamespaces),
  one(
    "messages in another namespace than the WSDL",
    plain
      .replace(
        `xmlns:tns="${DESK_NAMESPACE}" targetNamespace="${DESK_NAMESPACE}"`,
        'xmlns:tns="urn:desk:wsdl" xmlns:m="urn:desk:m" targetNamespace="urn:desk:wsdl"',
      )
      .replace(`targetNamespace="${DESK_NAMESPACE}"`, 'targetNamespace="urn:desk:m"')
      .replace(/type="tns:(\w+Ret)"/g, 'type="m:$1"')
      .replace(/element="tns:/g, 'element="m:'),
  ),
  one(
    "a result in another namespace by reference",
    twoNamespaces
      .replace(
        '<s:element name="closeSessionResult" type="b:closeSessionRet"/>',
        '<s:element ref="b:closeSessionResult"/>',
      )
      .replace(
        '<s:complexType name="Note">',
        '<s:element name="closeSessionResult" type="b:closeSessionRet" xmlns:b="urn:desk:types"/>$&',
      ),
  ),
  one("unqualified elements", deskWsdl({ schemaAttributes: "" })),
  one("one unqualified element", plain.replace('name="iSession"', '$& form="unqualified"')),
  one(
    "the guid of Microsoft's schema",
    deskWsdl({
      closeFields: '<s:element minOccurs="0" name="gTrace" type="g:guid" xmlns:g="http://microsoft.com/wsdl/types/"/>',
      schema: '<s:import namespace="http://microsoft.com/wsdl/types/"/>',
    }).replace(
      "</wsdl:types>",
      '<s:schema elementFormDefault="qualified" targetNamespace="http://microsoft.com/wsdl/types/"><s:simpleType name="guid"><s:restriction base="s:string"><s:pattern value="[0-9a-f-]*"/></s:restriction></s:simpleType></s:schema>$&',
    ),
  ),
  one(
    "a DataSet that may be answered",
    deskWsdl({
      closeAnswer:
        '<s:element minOccurs="0" name="oData"><s:complexType><s:sequence><s:element ref="s:schema"/><s:any/></s:sequence></s:complexType></s:element>',
    }),
  ),
  {
    what: "a schema in a file of its own",
    files: {
      "API.wsdl": around(
        `<s:schema><s:import namespace="${DESK_NAMESPACE}" schemaLocation="schemas/desk%20types.xsd"/></s:schema>`,
      ),
      "schemas/desk types.xsd": schema(own, deskElements()),
    },
  },
  {
    what: "includes in a circle, and one without a namespace",
    files: {
      "API.wsdl": around(schema(own, '<s:include schemaLocation="a.xsd"/>')),
      "a.xsd": schema(own, `<s:include schemaLocation="./b.xsd"/>${elementsOnly}`),
      "b.xsd": schema(own, '<s:include schemaLocation="a.xsd"/><s:include schemaLocation="c.xsd"/>'),
      "c.xsd": schema(
        "",
        `${results}<s:complexType name="Unused"><s:sequence><s:element name="x" type="loginRet"/></s:sequence></s:complexType>`,
      ),
    },
  },
  {
    what: "a WSDL in three files",
    files: {
      "API.wsdl": `${definitionsTag()}<wsdl:import namespace="urn:desk:binding" location="binding.wsdl"/>${DESK_SERVICE.replace(
        'binding="tns:',
        'xmlns:b="urn:desk:binding" binding="b:',
      )}</wsdl:definitions>`,
      "binding.wsdl":
        `${definitionsTag("urn:desk:binding")}<wsdl:import namespace="${DESK_NAMESPACE}" location="types.wsdl"/>${deskOperations(
          ["closeSession", "login"],
          "m",
        ).replaceAll("m:", "m:")}</wsdl:definitions>`.replace("xmlns:tns=", `xmlns:m="${DESK_NAMESPACE}" xmlns:tns=`),
      "types.wsdl": `${definitionsTag()}<wsdl:types>${schema(own, deskElements())}</wsdl:types></wsdl:definitions>`,
    },
  },
  one(
    "other prefixes",
    plain
      .replaceAll("wsdl:", "w:")
      .replaceAll("xmlns:s=", "xmlns:xsd=")
      .replaceAll("<s:", "<xsd:")
      .replaceAll("</s:", "</xsd:")
      .replaceAll('"s:', '"xsd:')
      .replaceAll("soap:", "so:")
      .replaceAll("tns:", "i0:")
      .replaceAll("xmlns:tns", "xmlns:i0")
      .replaceAll("xmlns:wsdl", "xmlns:w")
      .replaceAll("xmlns:soap", "xmlns:so"),
  ),
  one(
    "default namespaces",
    plain
      .replaceAll("wsdl:", "")
      .replace("xmlns:wsdl=", "xmlns=")
      .replaceAll("<wsdl", "<")
      .replaceAll(":wsdl=", "=")
      .replaceAll("<s:schema", '<s:schema xmlns="http://www.w3.org/2001/XMLSchema"')
      .replaceAll("<s:", "<")
      .replaceAll("</s:", "</")
      .replaceAll('"s:', '"'),
  ),
  one("one line", plain.replace(/\n\s*/g, " ")),
  one("CRLF", plain.replaceAll("\n", "\r\n")),
  one(
    "comments, CDATA and no declaration",
    `<!-- a > b -->${plain.replace(/^<\?xml[^>]*>/, "").replaceAll("<s:sequence>", "<!-- & --><s:sequence>")}<!-- end -->`,
  ),
  one("a byte order mark", `\uFEFF${plain}`),
  one("UTF-16, little-endian", Buffer.from(`\uFEFF${plain.replace("utf-8", "utf-16")}`, "utf16le")),
  one("UTF-16, big-endian", Buffer.from(`\uFEFF${plain.replace("utf-8", "utf-16")}`, "utf16le").swap16()),
  one("UTF-8 that says it is UTF-16", plain.replace("utf-8", "utf-16")),
  one(
    "ISO 8859-1",
    Buffer.from(
      deskWsdl({ first: "<wsdl:documentation>Sitzung für</wsdl:documentation>" }).replace("utf-8", "ISO-8859-1"),
      "latin1",
    ),
  ),
  one(
    "an optional parameter more",
    deskWsdl({ closeFields: '<s:element minOccurs="0" name="sReason" type="s:string"/>' }),
  ),
  one(
    "a nillable number more",
    deskWsdl({ closeFields: '<s:element minOccurs="0" nillable="true" name="iReason" type="s:int"/>' }),
  ),
  one(
    "a result member nobody knows",
    deskWsdl({ closeLiterals: ["closeSessionRet_PostponedForReview", ...CLOSE_LITERALS] }),
  ),
  one(
    "out parameters more",
    deskWsdl({
      closeAnswer: '<s:element name="iSeconds" type="s:int"/><s:element minOccurs="0" name="sNote" type="s:string"/>',
    }),
    {
      also: { iSeconds: 0 },
    },
  ),
  one("a result of plain text", deskWsdl().replace('type="tns:closeSessionRet"', 'type="s:string"'), { literal: "OK" }),
  one("one empty SOAPAction for all", plain.replace(/soapAction="[^"]*"/g, 'soapAction=""')),
  one(
    "xs:all, and a base type",
    deskWsdl({
      closeFields: "",
      schema: '<s:complexType name="Base"><s:all><s:element name="iSession" type="s:int"/></s:all></s:complexType>',
    })
      .replace(
        /<s:element name="closeSession"><s:complexType><s:sequence>\s*<s:element name="iSession" type="s:int"\/>/,
        '<s:element name="closeSession"><s:complexType><s:complexContent><s:extension base="tns:Base"><s:sequence>',
      )
      .replace(
        'name="sAuthCode" type="s:string"/></s:sequence></s:complexType>',
        'name="sAuthCode" type="s:string"/></s:sequence></s:extension></s:complexContent></s:complexType>',
      ),
  ),
];
