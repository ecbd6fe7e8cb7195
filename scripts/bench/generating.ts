// Measures how the time to generate grows with the number of operations. `npm run bench:generate`
import { renderFiles } from "../../src/codegen/render-files.js";

const NAMESPACE = "urn:bench";
const names = (count: number) => Array.from({ length: count }, (_, index) => `operation${index}`);

function wsdlOf(count: number): string {
  const each = (write: (name: string) => string) => names(count).map(write).join("\n");
  const body = '<soap:body use="literal"/>';
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
 xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:tns="${NAMESPACE}" targetNamespace="${NAMESPACE}"><wsdl:types>
<s:schema elementFormDefault="qualified" targetNamespace="${NAMESPACE}">
${each(
  (name) => `<s:element name="${name}"><s:complexType><s:sequence><s:element name="iSession" type="s:int"/>
<s:element minOccurs="0" name="sText" type="s:string"/></s:sequence></s:complexType></s:element>
<s:element name="${name}Response"><s:complexType><s:sequence><s:element name="${name}Result" type="tns:${name}Ret"/>
</s:sequence></s:complexType></s:element>
<s:simpleType name="${name}Ret"><s:restriction base="s:string"><s:enumeration value="${name}_OK"/></s:restriction></s:simpleType>`,
)}</s:schema></wsdl:types>
${each(
  (name) => `<wsdl:message name="${name}In"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>
<wsdl:message name="${name}Out"><wsdl:part name="parameters" element="tns:${name}Response"/></wsdl:message>`,
)}<wsdl:portType name="Port">${each(
    (name) => `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}In"/>
<wsdl:output message="tns:${name}Out"/></wsdl:operation>`,
  )}</wsdl:portType><wsdl:binding name="Port" type="tns:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
${each(
  (name) => `<wsdl:operation name="${name}"><soap:operation soapAction="${NAMESPACE}/${name}" style="document"/>
<wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`,
)}</wsdl:binding><wsdl:service name="Bench"><wsdl:port name="Port" binding="tns:Port">
<soap:address location="https://bench.example/"/></wsdl:port></wsdl:service></wsdl:definitions>`;
}

const COUNTS = [50, 100, 200, 300];
const times = COUNTS.map((): number[] => []);
for (let round = -1; round < 3; round += 1) {
  for (const [index, count] of COUNTS.entries()) {
    const start = performance.now();
    await renderFiles({ wsdlText: wsdlOf(count), fileName: "bench.wsdl" });
    if (round >= 0) times[index]?.push(performance.now() - start);
  }
}
const medians = times.map((each) => each.sort((a, b) => a - b)[1] ?? Number.NaN);
const [least = Number.NaN] = medians.map((time, index) => time / (COUNTS[index] ?? 1));
console.log("| operations | ms | ms for each | of the first |\n| --- | --- | --- | --- |");
for (const [index, count] of COUNTS.entries()) {
  const each = (medians[index] ?? Number.NaN) / count;
  console.log(`| ${count} | ${medians[index]?.toFixed(0)} | ${each.toFixed(1)} | ${(each / least).toFixed(2)} |`);
}
