import { Redactor } from "../../../src/soap/watch/redactor.js";

/** A redactor as a service would have it that chooses its cookies to make work: 50 in force, and many of the past. */
export function hostileRedactor(): Redactor {
  const redactor = new Redactor();
  redactor.add("Some-Pass-1234");
  redactor.add('é€&<%\\"'.repeat(5));
  redactor.hold(
    {},
    Array.from({ length: 50 }, (_, index) => `${"a".repeat(140)}${index}`),
  );
  for (let index = 0; index < 300; index += 1) redactor.addRotating(`aaaa-cookie-${index}`);
  return redactor;
}
