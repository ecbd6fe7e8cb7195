// Names that a generated type must not have: it would shadow the global in every file that declares or imports it.
const GLOBALS: ReadonlySet<string> = new Set(
  (
    "AggregateError Array ArrayBuffer AsyncDisposable AsyncIterable AsyncIterator Atomics Awaited BigInt BigInt64Array " +
    "BigUint64Array Boolean Buffer Capitalize ConstructorParameters DataView Date Disposable Error EvalError Exclude " +
    "Extract FinalizationRegistry Float32Array Float64Array Function Generator Infinity InstanceType Int16Array " +
    "Int32Array Int8Array Intl Iterable Iterator JSON Lowercase Map Math NaN NonNullable Number Object Omit Parameters " +
    "Partial Pick Promise PromiseLike PropertyKey Proxy RangeError Readonly ReadonlyArray ReadonlyMap ReadonlySet Record " +
    "ReferenceError Reflect RegExp Required ReturnType Set SharedArrayBuffer String Symbol SyntaxError ThisType " +
    "TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray Uncapitalize Uppercase WeakMap WeakRef WeakSet"
  ).split(" "),
);

// Names that the generated files use themselves.
const OWN: ReadonlySet<string> = new Set(["ApiClient", "Contract", "ISoapExOptions", "OperationTypes", "SoapClient"]);

// Windows opens a device instead of a file for these names, regardless of the extension.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** True for an identifier that must not be the name of a generated type or, with `.ts`, of a file. */
export function isReservedName(identifier: string): boolean {
  return GLOBALS.has(identifier) || OWN.has(identifier) || DEVICE.test(identifier);
}
