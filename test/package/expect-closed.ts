import { expect } from "chai";

/** That a program has told of a session that was closed. The spelling of a literal is the WSDL's, which may have changed. */
export function expectClosed(told: unknown): void {
  expect(told).to.include({ session: 12345678, code: "OK" });
  expect(told)
    .to.have.property("literal")
    .that.matches(/(?:^|_)OK$/);
}
