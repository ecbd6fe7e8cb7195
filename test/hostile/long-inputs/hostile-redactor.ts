import { Redactor } from "../../../src/soap/watch/redactor.js";

/** A redactor for a service that chooses its cookies to cause work: 50 current ones, and many former ones. */
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
