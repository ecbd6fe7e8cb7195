// Do not edit: run `npm run generate`.
// From API.wsdl, sha256 4eceed3f361cd365dec7e8d599dbd3223a0151f18a1141b7fb3b54a7ad0dbedc
// With wsdl-tsclient 1.7.1, soap 1.13.0

import type { APISoap } from "../ports/APISoap.js";

export interface API {
  readonly APISoap: APISoap;
}
