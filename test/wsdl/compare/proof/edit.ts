/** A change of a WSDL's text. */
export type Edit = (wsdl: string) => string;

/**
 * Replaces one text by another.
 * @throws Error when it does not occur exactly once: the edit would not be the intended one.
 */
export function swap(from: string, to: string): Edit {
  return (wsdl) => {
    const parts = wsdl.split(from);
    if (parts.length !== 2) throw new Error(`${from}: there ${parts.length - 1} times, expected once`);
    return parts.join(to);
  };
}

/** Replaces every occurrence of a text. */
export function swapAll(from: string, to: string): Edit {
  return (wsdl) => {
    if (!wsdl.includes(from)) throw new Error(`${from}: not there`);
    return wsdl.replaceAll(from, to);
  };
}

/** One edit after another. */
export function all(...edits: readonly Edit[]): Edit {
  return (wsdl) => edits.reduce((text, edit) => edit(text), wsdl);
}

/** The attributes of an element. */
export interface Attributes {
  readonly name?: string;
  /** With its prefix: `s:int`, `tns:STATUS`. */
  readonly type?: string;
  readonly minOccurs?: string;
  readonly maxOccurs?: string;
  readonly nillable?: "true" | "false";
  readonly form?: "unqualified";
}

/** Sets attributes of the element of that name, a parameter or member. */
export function alter(name: string, attributes: Attributes): Edit {
  return onElement(name, (line) =>
    Object.entries(attributes).reduce((text, [attribute, value]) => {
      const stated = new RegExp(` ${attribute}="[^"]*"`);
      const now = ` ${attribute}="${value}"`;
      return stated.test(text) ? text.replace(stated, now) : text.replace(" />", `${now} />`);
    }, line),
  );
}

/** Removes the element of that name. */
export function drop(name: string): Edit {
  return onElement(name, () => "");
}

/** Declares an element behind the one of that name: once, required, unless its attributes say otherwise. */
export function addBehind(name: string, attributes: Attributes & { readonly name: string }): Edit {
  const stated = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
  return onElement(name, (line) => `${line}\n<s:element${stated.join("")} />`);
}

/** Swaps two elements. */
export function exchange(first: string, second: string): Edit {
  return (wsdl) => {
    const [one, other] = [lineOf(wsdl, first), lineOf(wsdl, second)];
    return all(swap(one, "<!-- here -->"), swap(other, one), swap("<!-- here -->", other))(wsdl);
  };
}

/** Adds a member to an enumeration, behind another. */
export function addLiteral(behind: string, literal: string): Edit {
  return swap(member(behind), member(behind) + member(literal));
}

/** Removes a member of an enumeration. */
export function dropLiteral(literal: string): Edit {
  return swap(member(literal), "");
}

function member(literal: string): string {
  return `<s:enumeration value="${literal}"/>`;
}

function onElement(name: string, edit: (line: string) => string): Edit {
  return (wsdl) => {
    const line = lineOf(wsdl, name);
    return swap(line, edit(line))(wsdl);
  };
}

function lineOf(wsdl: string, name: string): string {
  const lines = wsdl.split("\n").filter((text) => text.includes(` name="${name}"`) && text.endsWith(" />"));
  const [line] = lines;
  if (line === undefined || lines.length > 1) throw new Error(`${name}: declared ${lines.length} times, expected once`);
  return line;
}
