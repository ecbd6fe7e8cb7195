// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0, ts-morph 28.0.0

import type { ADDON_STATUS } from "./ADDON_STATUS.js";
import type { USER_STATUS } from "./USER_STATUS.js";

/** `setUser_V2` of the schema. */
export interface SetUser_V2 {
  /** xs:int, from -2147483648 to 2147483647 */
  iNodeID: number;
  /** xs:string */
  sName?: string;
  /** xs:string */
  sNick?: string;
  /** xs:string */
  sEmail?: string;
  /** xs:string */
  sSSOID?: string;
  /** xs:string */
  sPwd?: string;
  /** xs:string */
  sConfPwd?: string;
  /** xs:string */
  sCurrentPwd?: string;
  /** USER_STATUS */
  eStatus: USER_STATUS;
  /** xs:string */
  sDescription?: string;
  /** ADDON_STATUS */
  eMobileAddOn: ADDON_STATUS;
  /** xs:boolean */
  bRPATAddOn: boolean;
  /** xs:string */
  sAuthCode?: string;
}
