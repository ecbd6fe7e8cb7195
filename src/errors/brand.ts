/**
 * Makes `instanceof` recognise instances of another copy of this package: two versions in one dependency
 * tree, or an ES module beside a CommonJS one. A class that a user derives from `type` keeps the ordinary `instanceof`.
 */
export function brand(type: abstract new (...args: never[]) => object, name: string): void {
  const mark = Symbol.for(`rescue-soap-client:${name}`);
  Object.defineProperty(type.prototype, mark, { value: true });
  Object.defineProperty(type, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (this !== type) return Function.prototype[Symbol.hasInstance].call(this, value);
      return typeof value === "object" && value !== null && mark in value;
    },
  });
}
