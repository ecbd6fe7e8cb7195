// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 a32bdc439fec5b6b27f3805e016d11d9456fcf1ffd68d15a21cab2bba44ff112
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
