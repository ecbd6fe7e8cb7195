/** True where `DEBUG` names us: `rescue`, `rescue*`, `rescue-soap-client`, `*`, in a list by comma or blank. */
export function debugWanted(): boolean {
  const wanted = process.env.DEBUG;
  if (wanted === undefined || wanted === "") return false;
  const patterns = wanted.split(/[\s,]+/);
  return patterns.some((pattern) => {
    const star = pattern.indexOf("*");
    return star < 0
      ? pattern === "rescue" || pattern === "rescue-soap-client"
      : "rescue".startsWith(pattern.slice(0, star)) || pattern.startsWith("rescue");
  });
}

/** Writes an event as one line to stderr. */
export function debugLine(name: string, event: object): void {
  process.stderr.write(`rescue:${name} ${JSON.stringify(event)}\n`);
}
