const WATCHED: ReadonlyMap<string, object> = new Map<string, object>([
  ["Object.prototype", Object.prototype],
  ["Array.prototype", Array.prototype],
  ["Function.prototype", Function.prototype],
  ["String.prototype", String.prototype],
  ["Number.prototype", Number.prototype],
  ["Boolean.prototype", Boolean.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["Promise.prototype", Promise.prototype],
  ["Error.prototype", Error.prototype],
  ["Buffer.prototype", Buffer.prototype],
]);

/** Records the members of all built-in prototypes. @returns a function that lists those added, removed or changed since. */
export function watchPrototypes(): () => string[] {
  const before = new Map([...WATCHED].map(([name, prototype]) => [name, Object.getOwnPropertyDescriptors(prototype)]));
  return () =>
    [...WATCHED].flatMap(([name, prototype]) => {
      const was = new Map(
        Reflect.ownKeys(before.get(name) as object).map((key) => [key, (before.get(name) as Members)[key]]),
      );
      const is = Object.getOwnPropertyDescriptors(prototype) as Members;
      const keys = new Set([...was.keys(), ...Reflect.ownKeys(is)]);
      return [...keys].filter((key) => !same(was.get(key), is[key])).map((key) => `${name}.${String(key)}`);
    });
}

type Members = Record<PropertyKey, PropertyDescriptor | undefined>;

function same(a: PropertyDescriptor | undefined, b: PropertyDescriptor | undefined): boolean {
  return a !== undefined && b !== undefined && a.value === b.value && a.get === b.get && a.set === b.set;
}
