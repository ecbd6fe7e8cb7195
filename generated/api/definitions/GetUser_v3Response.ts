// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { GetUser_v3Ret } from "./GetUser_v3Ret.js";
import type { USER_V3 } from "./USER_V3.js";

/** `getUser_v3Response` of the schema. */
export interface GetUser_v3Response {
  /** getUser_v3Ret */
  getUser_v3Result: GetUser_v3Ret;
  /** USER_V3 */
  oUser?: USER_V3;
}
