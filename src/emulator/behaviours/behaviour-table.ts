import { getAccount } from "./account-behaviours.js";
import type { Behaviour, Behaviours } from "./behaviour.js";
import { login, logout, requestAuthCode } from "./login-behaviours.js";
import { closeSession } from "./session-behaviours.js";

/** What the emulator can do, by operation name. A contract may hold more (they answer a fault) or fewer. */
export const behaviours: Behaviours = new Map<string, Behaviour>([
  ["login", login],
  ["logout", logout],
  ["requestAuthCode", requestAuthCode],
  ["getAccount", getAccount],
  ["closeSession", closeSession],
]);
