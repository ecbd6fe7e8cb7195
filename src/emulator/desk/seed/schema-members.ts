/** The parts of a schema that objects, lists and optional members have. */
interface SchemaPart {
  readonly entries?: Readonly<Record<string, SchemaPart>>;
  readonly item?: SchemaPart;
  readonly wrapped?: SchemaPart;
}

/** The names of the members of the object at a path of the schema; none if there is no object. */
export function membersAt(schema: object, path: readonly unknown[]): readonly string[] {
  let part: SchemaPart | undefined = schema;
  for (const key of path) {
    const whole: SchemaPart | undefined = part?.wrapped ?? part;
    const entries = whole?.entries;
    if (typeof key === "number") part = whole?.item;
    else part = entries && Object.hasOwn(entries, String(key)) ? entries[String(key)] : undefined;
  }
  return Object.keys((part?.wrapped ?? part)?.entries ?? {});
}
