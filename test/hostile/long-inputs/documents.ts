import { readXmlTree } from "../../../src/soap/message/xml-tree.js";
import { guessRenames } from "../../../src/wsdl/compare/guess-renames.js";
import { readWsdlDescription } from "../../../src/wsdl/read/read-description.js";
import { readWsdl } from "../../../src/wsdl/read/read-wsdl.js";
import { smallWsdl } from "../../wsdl/small-wsdl.js";
import { attempt, fill, type LongInput, nested, repeated } from "./repeat.js";

const wsdl = (parts: Parameters<typeof smallWsdl>[0]) => {
  const text = smallWsdl(parts);
  return [attempt(() => readWsdl(text, "x.wsdl")), attempt(() => readWsdlDescription(text, "x.wsdl"))];
};
/** Compares so many names of each shape with as many others, all of them alike. */
const renamed = (count: number, ofEachShape: number) => {
  const names = (prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`.padEnd(200, `abcdef${i}`));
  const shapeIn = (all: readonly string[]) => {
    const shapes = new Map(all.map((name, i) => [name, String(Math.floor(i / ofEachShape))]));
    return (name: string) => shapes.get(name) as string;
  };
  const [removed, added] = [names("Old"), names("New")];
  return guessRenames(removed, added, { removed: shapeIn(removed), added: shapeIn(added) });
};
const RESULT = '<s:element name="pingResult" type="s:string"/>';
/** A number that is about half of the elements that a WSDL may have, for the larger sizes. */
const many = (size: number) => Math.min(60_000, size / 40);

export const DOCUMENTS: Readonly<Record<string, LongInput>> = {
  "attributes of one element": (size) => attempt(() => readXmlTree(`<x ${fill(size, 'a{i}="" ')}/>`)),
  "attributes with a long namespace": (size) =>
    attempt(() => readXmlTree(`<d xmlns:p="${fill(size / 2, "u")}">${fill(size / 2, '<x p:a=""/>')}</d>`)),
  "attributes of two long namespaces": (size) =>
    attempt(() =>
      readXmlTree(
        `<d xmlns:p="${"u".repeat(499)}p" xmlns:q="${"u".repeat(499)}q">${fill(size, '<x p:a="" q:a=""/>')}</d>`,
      ),
    ),
  "prefixes declared far up": (size) =>
    attempt(() =>
      readXmlTree(nested(60, (level) => `d xmlns:p${level}="urn:${level}"`, fill(size, '<p0:x p1:a=""/>'))),
    ),
  "text in pieces": (size) => attempt(() => readXmlTree(`<a>${fill(size, "x<!---->")}</a>`)),
  "ports of one large binding": (size) =>
    wsdl({
      soapBinding: `${repeated(many(size), () => "<wsdl:documentation/>")}<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>`,
      service: `<wsdl:service name="S">${repeated(many(size), (i) => `<wsdl:port name="p${i}" binding="tns:Port"><soap:address/></wsdl:port>`)}</wsdl:service>`,
    }),
  "fields of one large enumeration": (size) =>
    wsdl({
      schema: `<s:simpleType name="E"><s:restriction base="s:string">${repeated(many(size), (i) => `<s:enumeration value="v${i}"/>`)}</s:restriction></s:simpleType>`,
      responseFields: RESULT + repeated(many(size), (i) => `<s:element name="f${i}" type="tns:E"/>`),
    }),
  "types that extend one large type": (size) =>
    wsdl({
      schema:
        `<s:complexType name="B"><s:sequence>${repeated(many(size), () => "<s:any/>")}</s:sequence></s:complexType>` +
        repeated(
          9_000,
          (i) =>
            `<s:complexType name="D${i}"><s:complexContent><s:extension base="tns:B"/></s:complexContent></s:complexType>`,
        ),
      responseFields: RESULT + repeated(9_000, (i) => `<s:element name="f${i}" type="tns:D${i}"/>`),
    }),
  "documentation of one type": (size) =>
    wsdl({
      schema: `<s:complexType name="B">${repeated(many(size), () => "<s:sequence><s:annotation><s:documentation>some text</s:documentation></s:annotation></s:sequence>")}</s:complexType>`,
    }),
  "documentation under a long name": (size) =>
    wsdl({
      schema: `<s:complexType name="${fill(size / 2, "B")}">${repeated(many(size), (i) => `<s:element name="e${i}"><s:annotation><s:documentation>t</s:documentation></s:annotation></s:element>`)}</s:complexType>`,
    }),
  "definitions in a long namespace": (size) =>
    wsdl({
      schemaAttributes: `targetNamespace="${fill(size / 2, "u")}"`,
      schema: repeated(many(size), (i) => `<s:complexType name="T${i}"/>`),
    }),
  "references by a long default namespace": (size) =>
    wsdl({
      first: `<wsdl:types xmlns="${fill(size / 2, "u")}"><s:schema targetNamespace="urn:x">${repeated(many(size), (i) => `<s:element name="e${i}" type="t"/>`)}</s:schema></wsdl:types>`,
    }),
  "names of many shapes, 50 of each, all of them changed": (size) => renamed(size / 512, 50),
  "names of many shapes, 140 of each, all of them changed": (size) => renamed(size / 256, 140),
};
