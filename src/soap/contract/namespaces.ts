/** The namespaces of SOAP, WSDL and XML Schema, by the names their specifications use. */

export const SOAP_11_ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
export const SOAP_12_ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
export const WSDL = "http://schemas.xmlsoap.org/wsdl/";
export const WSDL_SOAP_11 = "http://schemas.xmlsoap.org/wsdl/soap/";
export const WSDL_SOAP_12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
export const SOAP_OVER_HTTP = "http://schemas.xmlsoap.org/soap/http";
export const XSD = "http://www.w3.org/2001/XMLSchema";
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const XML = "http://www.w3.org/XML/1998/namespace";
export const XMLNS = "http://www.w3.org/2000/xmlns/";
