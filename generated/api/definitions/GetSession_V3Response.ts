// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { ArrayOfSESSION_V3 } from "./ArrayOfSESSION_V3.js";
import type { GetSessionRet } from "./GetSessionRet.js";

/** `getSession_V3Response` of the schema. */
export interface GetSession_V3Response {
  /** getSessionRet */
  getSession_V3Result: GetSessionRet;
  /** ArrayOfSESSION_V3 */
  aSessions?: ArrayOfSESSION_V3;
}
