import { DESK_SERVICE, definitionsTag, deskOperations, enumeration, LOGIN_ELEMENTS } from "../../desk-wsdl.js";

const bound = (name: string) => `<wsdl:operation name="${name}"><http:operation location="/${name}"/></wsdl:operation>`;

/** A binding to HTTP GET, which this package does not use. */
const HTTP_GET = `<wsdl:binding name="DeskHttpGet" type="tns:DeskSoap"><http:binding verb="GET"/>
${bound("logout")}
${bound("getAccount")}
</wsdl:binding>`;

/** The port of that binding. */
export const HTTP_GET_PORT = `<wsdl:port name="DeskHttpGet" binding="tns:DeskHttpGet"><http:address location="https://desk.example/get"/></wsdl:port>`;

/** An unsupported header; in the binding of watchSession it makes that operation left out. */
export const HEADER = '<soap:header message="tns:logoutIn" part="parameters" use="literal"/>';

/** The fault that getSession declares. */
export const FAULT = '<wsdl:fault name="Busy" message="tns:busy"/>';

/** A type that may replace PERSON, and that no message names. */
export const STAFF = `<s:complexType name="STAFF"><s:complexContent><s:extension base="tns:PERSON"><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="nSalary" type="s:decimal" />
<s:element minOccurs="0" maxOccurs="1" name="sRank" type="s:string" />
</s:sequence></s:extension></s:complexContent></s:complexType>`;

const NAMES = ["login", "logout", "closeSession", "getAccount", "getSession", "watchSession"];

function operations(): string {
  const text = deskOperations(NAMES);
  const watch = text.lastIndexOf('<wsdl:operation name="watchSession">');
  const bound = text.slice(watch).replace("<wsdl:input>", `<wsdl:input>${HEADER}`);
  return (text.slice(0, watch) + bound).replace(
    '<wsdl:output message="tns:getSessionOut"/>',
    `<wsdl:output message="tns:getSessionOut"/>${FAULT}`,
  );
}

/**
 * The WSDL that every change starts from: a service in the vendor's shape, as ASMX writes it, with every kind of value
 * on each side, an operation that is left out, a fault and a derived type. Every element, and every name of one, stands on a line of its own and is there once.
 */
export const BASE_WSDL = `<?xml version="1.0" encoding="utf-8"?>
${definitionsTag()}
<wsdl:types>
<s:schema elementFormDefault="qualified" targetNamespace="https://desk.example/API/API.asmx">
${LOGIN_ELEMENTS}
${enumeration("loginRet", ["login_OK", "login_Invalid", "login_Error"])}
<s:element name="logout"><s:complexType /></s:element>
<s:element name="logoutResponse"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="logoutResult" type="tns:logoutRet" />
</s:sequence></s:complexType></s:element>
${enumeration("logoutRet", ["logout_OK", "logout_NotLoggedIn", "logout_Error"])}
<s:element name="closeSession"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="iSession" type="s:int" />
</s:sequence></s:complexType></s:element>
<s:element name="closeSessionResponse"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="closeSessionResult" type="tns:closeSessionRet" />
</s:sequence></s:complexType></s:element>
${enumeration("closeSessionRet", ["closeSessionRet_OK", "closeSessionRet_ActionFailed", "closeSessionRet_Error"])}
<s:element name="getAccount"><s:complexType><s:sequence>
<s:element minOccurs="0" maxOccurs="1" name="sAuthCode" type="s:string" />
</s:sequence></s:complexType></s:element>
<s:element name="getAccountResponse"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="getAccountResult" type="tns:getAccountRet" />
<s:element minOccurs="1" maxOccurs="1" name="iAccountID" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sOrganization" type="s:string" />
</s:sequence></s:complexType></s:element>
${enumeration("getAccountRet", ["getAccount_OK", "getAccount_Error"])}
<s:element name="getSession"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="iNodeID" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sText" type="s:string" />
<s:element minOccurs="0" maxOccurs="1" name="dSince" type="s:dateTime" />
<s:element minOccurs="1" maxOccurs="1" name="bOpen" type="s:boolean" />
<s:element minOccurs="0" maxOccurs="unbounded" name="asTag" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="iLimit" nillable="true" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sHint" nillable="true" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="eOrder" type="tns:ORDER" />
<s:element minOccurs="1" maxOccurs="1" name="eWanted" type="tns:STATUS" />
<s:element minOccurs="0" maxOccurs="1" name="oFilter" type="tns:FILTER" />
<s:element minOccurs="0" maxOccurs="1" name="oCaller" type="tns:PERSON" />
</s:sequence></s:complexType></s:element>
<s:element name="getSessionResponse"><s:complexType><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="getSessionResult" type="tns:getSessionRet" />
<s:element minOccurs="1" maxOccurs="1" name="iCount" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sMark" type="s:string" />
<s:element minOccurs="0" maxOccurs="1" name="dAt" type="s:dateTime" />
<s:element minOccurs="1" maxOccurs="1" name="bMore" type="s:boolean" />
<s:element minOccurs="0" maxOccurs="unbounded" name="asLine" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="iNext" nillable="true" type="s:int" />
<s:element minOccurs="1" maxOccurs="1" name="eFound" type="tns:STATUS" />
<s:element minOccurs="0" maxOccurs="1" name="aSessions" type="tns:ArrayOfSESSION" />
<s:element minOccurs="0" maxOccurs="1" name="oOwner" type="tns:PERSON" />
</s:sequence></s:complexType></s:element>
${enumeration("getSessionRet", ["getSession_OK", "getSession_Error", "getSession_NotLoggedIn"])}
${enumeration("ORDER", ["Newest", "Oldest"])}
${enumeration("STATUS", ["Waiting", "Active", "Closed"])}
${enumeration("UNIT", ["Day", "Week"])}
${enumeration("KIND", ["Chat", "Remote"])}
<s:complexType name="FILTER"><s:sequence>
<s:element minOccurs="0" maxOccurs="1" name="sWord" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="iAge" type="s:int" />
<s:element minOccurs="1" maxOccurs="1" name="eUnit" type="tns:UNIT" />
</s:sequence></s:complexType>
<s:complexType name="PERSON"><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="iPerson" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sPhone" type="s:string" />
</s:sequence></s:complexType>
<s:complexType name="ArrayOfSESSION"><s:sequence>
<s:element minOccurs="0" maxOccurs="unbounded" name="SESSION" nillable="true" type="tns:SESSION" />
</s:sequence></s:complexType>
<s:complexType name="SESSION"><s:sequence>
<s:element minOccurs="1" maxOccurs="1" name="iID" type="s:int" />
<s:element minOccurs="0" maxOccurs="1" name="sName" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="eKind" type="tns:KIND" />
<s:element minOccurs="0" maxOccurs="1" name="oPlace" type="tns:PLACE" />
</s:sequence></s:complexType>
<s:complexType name="PLACE"><s:sequence>
<s:element minOccurs="0" maxOccurs="1" name="sTown" type="s:string" />
<s:element minOccurs="1" maxOccurs="1" name="iZip" type="s:int" />
</s:sequence></s:complexType>
${STAFF}
<s:element name="busy" type="s:string"/>
<s:element name="watchSession"><s:complexType /></s:element>
<s:element name="watchSessionResponse"><s:complexType><s:sequence>
<s:element name="watchSessionResult" type="s:string"/>
</s:sequence></s:complexType></s:element>
</s:schema>
</wsdl:types>
<wsdl:message name="busy"><wsdl:part name="detail" element="tns:busy"/></wsdl:message>
${operations()}
${HTTP_GET}
${DESK_SERVICE.replace("</wsdl:service>", `${HTTP_GET_PORT}</wsdl:service>`)}
</wsdl:definitions>
`;
