import { expect } from "chai";

/** Checks that a program reported a closed session. The literal's spelling is the WSDL's, which may have changed. */
export function expectClosed(told: unknown): void {
  expect(told).to.include({ session: 12345678, code: "OK" });
  expect(told)
    .to.have.property("literal")
    .that.matches(/(?:^|_)OK$/);
}
