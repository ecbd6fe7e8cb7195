import { DESK_NAMESPACE } from "../../desk-wsdl.js";
import { HTTP_GET_PORT } from "./base-wsdl.js";
import type { Change } from "./change.js";
import { addBehind, all, alter, swap, swapAll } from "./edit.js";
import { addOperation, dropOperation, exchangeOperations } from "./edit-operations.js";

const OTHER = "https://other.example/API/API.asmx";
const HTTP_POST = `<wsdl:binding name="DeskHttpPost" type="tns:DeskSoap"><http:binding verb="POST"/>
<wsdl:operation name="login"><http:operation location="/login"/></wsdl:operation></wsdl:binding>`;
const GET_ACCOUNT = '<wsdl:operation name="getAccount"><http:operation location="/getAccount"/></wsdl:operation>';
const SOAP_12 = `<wsdl:binding name="DeskSoap12" type="tns:DeskSoap" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/">
<soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/></wsdl:binding>`;
const SERVICE = '<wsdl:service name="Desk">';
const ADDRESS = `<soap:address location="${DESK_NAMESPACE}"/></wsdl:port>`;

/** Changes of the service as a whole, and of its operations. */
export const SERVICE_CHANGES: readonly Change[] = [
  {
    what: "another namespace",
    edit: all(
      swap(`xmlns:tns="${DESK_NAMESPACE}"`, `xmlns:tns="${OTHER}"`),
      swapAll(`targetNamespace="${DESK_NAMESPACE}"`, `targetNamespace="${OTHER}"`),
    ),
    finds: [["namespace-changed", "breaking", "cosmetic"]],
    meets: [
      ["login", "PROTOCOL"],
      ["account", "PROTOCOL"],
      ["full", "PROTOCOL"],
      ["little", "PROTOCOL"],
      ["close", "PROTOCOL"],
      ["logout", "PROTOCOL"],
    ],
  },
  {
    what: "another address",
    edit: swap(`location="${DESK_NAMESPACE}"`, `location="${OTHER}"`),
    finds: [["address-changed:DeskSoap", "risky", "cosmetic"]],
    meets: [
      ["account", "same"],
      [{ call: "account", atOldAddress: true }, "CONNECTION"],
    ],
  },
  {
    what: "the same address, spelled otherwise",
    edit: swap(`location="${DESK_NAMESPACE}"`, 'location="https://DESK.example:443/API/API.asmx"'),
    finds: [["address-changed:DeskSoap", "cosmetic", "cosmetic"]],
  },
  {
    what: "another name of the service",
    edit: swap(SERVICE, '<wsdl:service name="Bureau">'),
    finds: [["service-renamed:Desk", "cosmetic", "risky"]],
    stops: ["stubs"],
  },
  {
    what: "another name of the port",
    edit: swap('<wsdl:port name="DeskSoap"', '<wsdl:port name="BureauSoap"'),
    finds: [["port-renamed:DeskSoap", "cosmetic", "risky"]],
    stops: ["stubs"],
  },
  {
    what: "a binding to HTTP POST",
    edit: all(
      swap(SERVICE, `${HTTP_POST}\n${SERVICE}`),
      swap(
        ADDRESS,
        `${ADDRESS}<wsdl:port name="DeskHttpPost" binding="tns:DeskHttpPost"><http:address location="${DESK_NAMESPACE}"/></wsdl:port>`,
      ),
    ),
    finds: [["binding-added:DeskHttpPost", "cosmetic", "cosmetic"]],
  },
  {
    what: "no binding to HTTP GET",
    edit: swap(HTTP_GET_PORT, ""),
    finds: [["binding-removed:DeskHttpGet", "cosmetic", "cosmetic"]],
  },
  {
    what: "an operation less in HTTP GET",
    edit: swap(GET_ACCOUNT, ""),
    finds: [["binding-operation-removed:DeskHttpGet.getAccount", "cosmetic", "cosmetic"]],
  },
  {
    what: "an operation more in HTTP GET",
    edit: swap(
      GET_ACCOUNT,
      `${GET_ACCOUNT}<wsdl:operation name="login"><http:operation location="/login"/></wsdl:operation>`,
    ),
    finds: [["binding-operation-added:DeskHttpGet.login", "cosmetic", "cosmetic"]],
  },
  {
    what: "a binding to SOAP 1.2",
    edit: all(
      swap(SERVICE, `${SOAP_12}\n${SERVICE}`),
      swap(
        ADDRESS,
        `${ADDRESS}<wsdl:port name="DeskSoap12" binding="tns:DeskSoap12"><soap12:address xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" location="${DESK_NAMESPACE}"/></wsdl:port>`,
      ),
    ),
    finds: [["binding-added:DeskSoap12", "additive", "cosmetic"]],
    meets: [
      ["full", "same"],
      [{ call: "full", soap: "1.2" }, "same"],
    ],
  },
  {
    what: "documentation of the service",
    edit: swap(SERVICE, `${SERVICE}<wsdl:documentation>A desk.</wsdl:documentation>`),
    finds: [["service-documentation-changed", "cosmetic", "cosmetic"]],
  },
  {
    what: "documentation of an operation",
    edit: swap(
      '<wsdl:operation name="logout"><wsdl:input message',
      '<wsdl:operation name="logout"><wsdl:documentation>Ends the login.</wsdl:documentation><wsdl:input message',
    ),
    finds: [["operation-documentation-changed:logout", "cosmetic", "cosmetic"]],
  },
  {
    what: "documentation of a type",
    edit: swap(
      '<s:complexType name="PLACE">',
      '<s:complexType name="PLACE"><s:annotation><s:documentation>Where.</s:documentation></s:annotation>',
    ),
    finds: [["type-documentation-changed:PLACE", "cosmetic", "cosmetic"]],
  },
  {
    what: "documentation of a parameter",
    edit: swap(
      'name="sText" type="s:string" />',
      'name="sText" type="s:string"><s:annotation><s:documentation>Any.</s:documentation></s:annotation></s:element>',
    ),
    finds: [["element-documentation-changed:getSession.sText", "cosmetic", "cosmetic"]],
  },
  {
    what: "another order of operations",
    edit: exchangeOperations("closeSession", "getAccount"),
    finds: [["operations-reordered", "cosmetic", "cosmetic"]],
  },
  {
    what: "an operation more",
    edit: addOperation("holdSession"),
    finds: [["operation-added:holdSession", "cosmetic", "additive"]],
  },
  {
    what: "an operation less",
    edit: dropOperation("getAccount"),
    finds: [["operation-removed:getAccount", "breaking", "breaking"]],
    stops: ["names", "reads", "sends", "sends-little"],
    meets: [["account", "SOAP_FAULT"]],
  },
  {
    what: "an operation by another name",
    edit: swapAll("getAccount", "getAccounts"),
    finds: [["operation-renamed:getAccount", "breaking", "breaking"]],
    stops: ["names", "reads", "sends", "sends-little"],
    meets: [["account", "SOAP_FAULT"]],
  },
  {
    what: "another SOAPAction",
    edit: swap('soapAction="urn:desk/getAccount"', 'soapAction="urn:desk/account"'),
    finds: [["soap-action-changed:getAccount", "breaking", "cosmetic"]],
    meets: [["account", "SOAP_FAULT"]],
  },
  {
    what: "another element of a request",
    edit: all(
      swap('<s:element name="closeSession">', '<s:element name="endSession">'),
      swap('element="tns:closeSession"', 'element="tns:endSession"'),
    ),
    finds: [["request-element-changed:closeSession", "breaking", "breaking"]],
    stops: ["names"],
    meets: [["close", "ActionFailed"]],
  },
  {
    what: "another element of a request without parameters",
    edit: all(
      swap('<s:element name="logout">', '<s:element name="leave">'),
      swap('element="tns:logout"', 'element="tns:leave"'),
    ),
    finds: [["request-element-changed:logout", "cosmetic", "breaking"]],
    stops: ["names"],
  },
  {
    what: "another element of a response",
    edit: all(
      swap('<s:element name="closeSessionResponse">', '<s:element name="closeSessionAnswer">'),
      swap('element="tns:closeSessionResponse"', 'element="tns:closeSessionAnswer"'),
    ),
    finds: [["response-element-changed:closeSession", "breaking", "breaking"]],
    stops: ["names"],
    meets: [["close", "OUTCOME_UNKNOWN"]],
  },
  {
    what: "a parameter that login asks for",
    edit: swap(
      'name="sPassword" type="s:string"/>',
      'name="sPassword" type="s:string"/><s:element name="iCaptcha" type="s:int"/>',
    ),
    finds: [["request-parameter-added:login.iCaptcha", "risky", "breaking"]],
    stops: ["sends", "sends-little"],
    meets: [
      ["login", "same"],
      [{ call: "login", insistsOn: "iCaptcha" }, "SOAP_FAULT"],
    ],
  },
  {
    what: "an optional parameter of closeSession",
    edit: addBehind("iSession", { name: "sReason", type: "s:string", minOccurs: "0" }),
    finds: [["request-parameter-added:closeSession.sReason", "cosmetic", "additive"]],
  },
  {
    what: "a result literal more in closeSession",
    edit: swap(
      '<s:enumeration value="closeSessionRet_Error"/>',
      '<s:enumeration value="closeSessionRet_Error"/><s:enumeration value="closeSessionRet_Later"/>',
    ),
    finds: [["enum-member-added:closeSessionRet.closeSessionRet_Later", "risky", "risky"]],
    stops: ["switches"],
    meets: [
      ["close", "same"],
      [{ call: "close", answer: { closeSessionResult: "closeSessionRet_Later" } }, "UNKNOWN_RESULT"],
    ],
  },
  {
    what: "a result that is any text",
    edit: alter("getAccountResult", { type: "s:string" }),
    finds: [
      ["response-parameter-type-changed:getAccount.getAccountResult", "risky", "breaking"],
      ["type-removed:getAccountRet", "cosmetic", "breaking"],
    ],
    stops: ["names"],
    meets: [
      ["account", "same"],
      [{ call: "account", answer: { getAccountResult: "done" } }, "UNKNOWN_RESULT"],
    ],
  },
];
