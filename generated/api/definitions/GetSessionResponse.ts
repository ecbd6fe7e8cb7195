// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { ArrayOfSESSION } from "./ArrayOfSESSION.js";
import type { GetSessionRet } from "./GetSessionRet.js";

/** `getSessionResponse` of the schema. */
export interface GetSessionResponse {
  /** getSessionRet */
  getSessionResult: GetSessionRet;
  /** ArrayOfSESSION */
  aSessions?: ArrayOfSESSION;
}
