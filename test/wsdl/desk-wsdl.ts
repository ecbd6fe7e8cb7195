/** The parts of a WSDL with `login` and `closeSession` that a test may change. */
export interface DeskWsdl {
  readonly namespace?: string;
  /** Names of additional operations, without parameters, returning `OK`. */
  readonly more?: readonly string[];
  readonly loginLiterals?: readonly string[];
  readonly closeLiterals?: readonly string[];
  readonly closeFields?: string;
  readonly closeAnswer?: string;
  readonly schema?: string;
  readonly schemaAttributes?: string;
  readonly first?: string;
  readonly last?: string;
  readonly service?: string;
}

export const DESK_NAMESPACE = "https://desk.example/API/API.asmx";

export const LOGIN_LITERALS = ["login_OK", "login_Invalid", "login_Error"] as const;
export const CLOSE_LITERALS = ["closeSessionRet_OK", "closeSessionRet_ActionFailed", "closeSessionRet_Error"] as const;

export const LOGIN_ELEMENTS = `<s:element name="login"><s:complexType><s:sequence>
  <s:element minOccurs="0" name="sEmail" type="s:string"/>
  <s:element minOccurs="0" name="sPassword" type="s:string"/></s:sequence></s:complexType></s:element>
<s:element name="loginResponse"><s:complexType><s:sequence>
  <s:element name="loginResult" type="tns:loginRet"/></s:sequence></s:complexType></s:element>`;

/** A WSDL document as ASMX writes it, with two operations, and those of `more`. */
export function deskWsdl(parts: DeskWsdl = {}): string {
  const names = ["login", "closeSession", ...(parts.more ?? [])];
  return `<?xml version="1.0" encoding="utf-8"?>
${definitionsTag(parts.namespace)}
${parts.first ?? ""}
<wsdl:types>
<s:schema ${parts.schemaAttributes ?? 'elementFormDefault="qualified"'} targetNamespace="${parts.namespace ?? DESK_NAMESPACE}">
${deskElements(parts)}
${parts.schema ?? ""}
</s:schema>
</wsdl:types>
${deskOperations(names)}
${parts.service ?? DESK_SERVICE}
${parts.last ?? ""}
</wsdl:definitions>
`;
}

export function definitionsTag(namespace = DESK_NAMESPACE): string {
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:http="http://schemas.xmlsoap.org/wsdl/http/" xmlns:s="http://www.w3.org/2001/XMLSchema"
  xmlns:tns="${namespace}" targetNamespace="${namespace}">`;
}

export function deskElements(parts: DeskWsdl = {}): string {
  return [
    LOGIN_ELEMENTS,
    `<s:element name="closeSession"><s:complexType><s:sequence>
  <s:element name="iSession" type="s:int"/>
  <s:element minOccurs="0" name="sAuthCode" type="s:string"/>${parts.closeFields ?? ""}</s:sequence></s:complexType></s:element>
<s:element name="closeSessionResponse"><s:complexType><s:sequence>
  <s:element name="closeSessionResult" type="tns:closeSessionRet"/>${parts.closeAnswer ?? ""}</s:sequence></s:complexType></s:element>`,
    ...(parts.more ?? []).map(
      (name) => `<s:element name="${name}"><s:complexType/></s:element>
<s:element name="${name}Response"><s:complexType><s:sequence>
  <s:element name="${name}Result" type="s:string"/></s:sequence></s:complexType></s:element>`,
    ),
    enumeration("loginRet", parts.loginLiterals ?? LOGIN_LITERALS),
    enumeration("closeSessionRet", parts.closeLiterals ?? CLOSE_LITERALS),
  ].join("\n");
}

export function enumeration(name: string, literals: readonly string[]): string {
  const values = literals.map((literal) => `<s:enumeration value="${literal}"/>`).join("");
  return `<s:simpleType name="${name}"><s:restriction base="s:string">${values}</s:restriction></s:simpleType>`;
}

/** Messages, portType and binding of operations whose elements are in the namespace of the prefix. */
export function deskOperations(names: readonly string[], prefix = "tns"): string {
  const body = '<soap:body use="literal"/>';
  return [
    ...names.map(
      (
        name,
      ) => `<wsdl:message name="${name}In"><wsdl:part name="parameters" element="${prefix}:${name}"/></wsdl:message>
<wsdl:message name="${name}Out"><wsdl:part name="parameters" element="${prefix}:${name}Response"/></wsdl:message>`,
    ),
    '<wsdl:portType name="DeskSoap">',
    ...names.map(
      (name) =>
        `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}In"/><wsdl:output message="tns:${name}Out"/></wsdl:operation>`,
    ),
    '</wsdl:portType><wsdl:binding name="DeskSoap" type="tns:DeskSoap">',
    '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...names.map(
      (name) =>
        `<wsdl:operation name="${name}"><soap:operation soapAction="urn:desk/${encodeURIComponent(name)}"/>` +
        `<wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
    ),
    "</wsdl:binding>",
  ].join("\n");
}

export const DESK_SERVICE = `<wsdl:service name="Desk"><wsdl:port name="DeskSoap" binding="tns:DeskSoap">
<soap:address location="https://desk.example/API/API.asmx"/></wsdl:port></wsdl:service>`;
