import { deskOperations } from "../../desk-wsdl.js";
import { all, type Edit, swap } from "./edit.js";

const SOAP_BINDING = '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>';

/** Adds an operation without parameters that returns a text. */
export function addOperation(name: string): Edit {
  const [declared, bound] = operationLines(deskOperations([name]), name);
  const messages = linesOf(deskOperations([name]))
    .slice(0, 2)
    .join("\n");
  const elements = `<s:element name="${name}"><s:complexType /></s:element>
<s:element name="${name}Response"><s:complexType><s:sequence>
<s:element name="${name}Result" type="s:string" />
</s:sequence></s:complexType></s:element>`;
  return all(
    swap("</s:schema>", `${elements}\n</s:schema>`),
    swap('<wsdl:portType name="DeskSoap">', `${messages}\n<wsdl:portType name="DeskSoap">`),
    swap("</wsdl:portType>", `${declared}\n</wsdl:portType>`),
    swap(SOAP_BINDING, `${SOAP_BINDING}\n${bound}`),
  );
}

/** Removes an operation from portType and SOAP binding; its messages and elements remain, unused. */
export function dropOperation(name: string): Edit {
  return (wsdl) => all(...operationLines(wsdl, name).map((line) => swap(line, "")))(wsdl);
}

/** Swaps two operations in portType and SOAP binding. */
export function exchangeOperations(first: string, second: string): Edit {
  return (wsdl) => {
    const others = operationLines(wsdl, second);
    const edits = operationLines(wsdl, first).flatMap((line, index) => {
      const other = others[index] ?? "";
      return [swap(line, "<!-- here -->"), swap(other, line), swap("<!-- here -->", other)];
    });
    return all(...edits)(wsdl);
  };
}

/** The lines of an operation in portType and SOAP binding. */
function operationLines(wsdl: string, name: string): readonly [declared: string, bound: string] {
  const [declared, bound, ...more] = linesOf(wsdl).filter(
    (line) => line.includes(`<wsdl:operation name="${name}">`) && line.includes("<wsdl:input"),
  );
  if (declared === undefined || bound === undefined || more.length > 0) throw new Error(`${name}: not there twice`);
  return [declared.replace("</wsdl:portType>", ""), bound];
}

function linesOf(text: string): readonly string[] {
  return text.split("\n");
}
