// NCName of "Namespaces in XML 1.0", on top of NameStartChar and NameChar of XML 1.0 (fifth edition), without ":".
const START =
  "A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}" +
  "\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const NCNAME = new RegExp(`^[${START}][${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*$`, "u");

/**
 * True for a name that a contract may contain: an NCName of at most 200 characters. `__proto__` is an NCName and refused
 * nevertheless: as a key of an object literal it would set the prototype.
 */
export function isNcName(name: string): boolean {
  return name.length <= 200 && name !== "__proto__" && NCNAME.test(name);
}
