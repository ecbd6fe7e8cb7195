/** The parts of a WSDL with one operation, `ping`, that a test may change. Every part is on lines of its own. */
export interface SmallWsdl {
  readonly schema?: string;
  readonly schemaAttributes?: string;
  readonly requestFields?: string;
  readonly responseFields?: string;
  readonly requestPart?: string;
  readonly soapAction?: string;
  readonly soapBinding?: string;
  readonly body?: string;
  readonly documentation?: string;
  readonly service?: string;
  readonly first?: string;
}

export const SMALL_NAMESPACE = "urn:example:small";

/** A WSDL document with one operation, `ping`. */
export function smallWsdl(parts: SmallWsdl = {}): string {
  const body = parts.body ?? '<soap:body use="literal"/>';
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:http="http://schemas.xmlsoap.org/wsdl/http/"
  xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${SMALL_NAMESPACE}" targetNamespace="${SMALL_NAMESPACE}">
${parts.first ?? ""}
<wsdl:types><s:schema ${parts.schemaAttributes ?? `elementFormDefault="qualified" targetNamespace="${SMALL_NAMESPACE}"`}>
<s:element name="ping"><s:complexType><s:sequence>
${parts.requestFields ?? '<s:element name="text" type="s:string"/>'}
</s:sequence></s:complexType></s:element>
<s:element name="pingResponse"><s:complexType><s:sequence>
${parts.responseFields ?? '<s:element name="pingResult" type="s:string"/>'}
</s:sequence></s:complexType></s:element>
${parts.schema ?? ""}
</s:schema></wsdl:types>
<wsdl:message name="pingIn">${parts.requestPart ?? '<wsdl:part name="parameters" element="tns:ping"/>'}</wsdl:message>
<wsdl:message name="pingOut"><wsdl:part name="parameters" element="tns:pingResponse"/></wsdl:message>
<wsdl:portType name="Port"><wsdl:operation name="ping">
<wsdl:documentation>${parts.documentation ?? "Answers."}</wsdl:documentation>
<wsdl:input message="tns:pingIn"/><wsdl:output message="tns:pingOut"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="Port" type="tns:Port">
${parts.soapBinding ?? '<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>'}
<wsdl:operation name="ping">
<soap:operation soapAction="${parts.soapAction ?? "urn:example:small/ping"}"/>
<wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation></wsdl:binding>
${parts.service ?? '<wsdl:service name="Small"><wsdl:port name="Port" binding="tns:Port"><soap:address location="https://example.test/"/></wsdl:port></wsdl:service>'}
</wsdl:definitions>
`;
}
