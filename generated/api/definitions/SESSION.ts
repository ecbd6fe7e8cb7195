// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { SESSION_STATUS } from "./SESSION_STATUS.js";

/** `SESSION` of the schema. */
export interface SESSION {
  /** xs:int, from -2147483648 to 2147483647 */
  iID: number;
  /** SESSION_STATUS */
  bStatus: SESSION_STATUS;
  /** xs:string */
  sStatus?: string;
  /** xs:int, from -2147483648 to 2147483647 */
  iEntry: number;
  /** xs:string */
  sEntry?: string;
  /** xs:int, from -2147483648 to 2147483647 */
  iTechnician: number;
  /** xs:string */
  sTechnician?: string;
  /** xs:string */
  sStartTime?: string;
  /** xs:int, from -2147483648 to 2147483647 */
  iWaitingTimeInSec: number;
  /** xs:string */
  sCustomField0?: string;
  /** xs:string */
  sCustomField1?: string;
  /** xs:string */
  sCustomField2?: string;
  /** xs:string */
  sLanguage?: string;
  /** xs:string */
  sTransferredTo?: string;
  /** xs:string */
  sTransferredComment?: string;
}
