import type { Cookies } from "../../soap/http/cookies.js";
import type { Deadline } from "../../soap/http/deadline.js";
import type { SoapEndpoint } from "../../soap/soap-endpoint.js";
import type { Redactor } from "../../soap/watch/redactor.js";
import type { LoginAdmission } from "../account/login-admission.js";
import { type BeginLogin, Login, type PerformLogin } from "../login/login.js";
import { LoginState } from "../login/login-state.js";
import { ReloginBudget } from "../login/relogin-budget.js";
import type { SharedLogin } from "../login/shared-login.js";
import { REQUEST_CODE, SsoCode } from "../login/sso-code.js";
import type { Answer } from "../operations/answer.js";
import type { CheckedCredentials, CheckedSso } from "../options/credentials.js";
import type { Events } from "../watch/events.js";
import type { CallMaker, PreparedCall } from "./call-maker.js";
import { Lane } from "./lane.js";

export interface LanesParts {
  readonly endpoint: SoapEndpoint;
  readonly credentials: CheckedCredentials;
  /** One for each of the parallel logins; a single undefined where calls carry no cookie. */
  readonly jars: readonly (Cookies | undefined)[];
  /** How many calls without a cookie run in parallel. */
  readonly maxConcurrent: number;
  /** Absent where the credentials hold neither a login nor a single sign-on. */
  readonly admission: LoginAdmission | undefined;
  /** Where a login is kept beyond this client; undefined where it is not. */
  readonly shared: SharedLogin | undefined;
  /** Opens a jar that nobody else uses. */
  readonly ownJar: () => Cookies;
  readonly events: Events;
  readonly redactor: Redactor;
}

export interface Lanes {
  readonly all: readonly Lane[];
  /** The lane for settings, which belong to one login, and for explicit logins. */
  readonly first: Lane;
  /** Of a single sign-on; undefined for other credentials. */
  readonly code: SsoCode | undefined;
  /** The lane for blocks where the login of the others is shared; undefined until one is made. */
  readonly own: Lane | undefined;
  /** Settings belong to a login: where others have the same login, a block is made under one of its own. */
  forBlocks(): Lane;
}

/** Opens the lanes of a client, each with its login, and says how logins and auth codes are made: by calls, too. */
export function openLanes(parts: LanesParts, maker: CallMaker): Lanes {
  const relogins = new ReloginBudget(parts.jars.length);
  const [firstJar, ...otherJars] = parts.jars;
  const first = openLane(parts, maker, firstJar, relogins);
  const others = otherJars.map((cookies) => openLane(parts, maker, cookies, relogins));
  const { sso } = parts.credentials;
  let own: Lane | undefined;
  return {
    all: [first, ...others],
    first,
    code: sso && openCode(parts, maker, sso, first),
    get own() {
      return own;
    },
    forBlocks() {
      if (!parts.shared) return first;
      own ??= openLane({ ...parts, shared: undefined }, maker, parts.ownJar(), new ReloginBudget(1));
      return own;
    },
  };
}

function openLane(parts: LanesParts, maker: CallMaker, cookies: Cookies | undefined, relogins: ReloginBudget): Lane {
  const { credentials, maxConcurrent, events, shared } = parts;
  const perform: PerformLogin = (deadline, sending) => performLogin(parts, maker, lane, deadline, sending);
  const begin: BeginLogin = (timeout, signal) => maker.begin("login", { timeout, signal });
  const login = credentials.login && new Login(new LoginState(relogins), perform, begin);
  const onForgotten = (operation: string) => events.emit("relogin", { operation });
  const renew = shared && cookies && ((deadline: Deadline) => shared.renew(cookies, deadline));
  const lane: Lane = new Lane({ login, cookies, maxConcurrent, onForgotten, renew });
  return lane;
}

function openCode(parts: LanesParts, maker: CallMaker, sso: CheckedSso, lane: Lane): SsoCode {
  const perform: PerformLogin = (deadline, sending) => {
    const args = { sSSOID: sso.ssoId, sPassword: sso.password.reveal(), sCompany: sso.companyId };
    return performAdmitted(parts, maker, maker.prepare(REQUEST_CODE, args), lane, deadline, sending);
  };
  const begin: BeginLogin = (timeout, signal) => maker.begin(REQUEST_CODE, { timeout, signal });
  return new SsoCode(perform, begin, parts.redactor);
}

function performLogin(
  parts: LanesParts,
  maker: CallMaker,
  lane: Lane,
  deadline: Deadline,
  sending: () => void,
): Promise<Answer> {
  const { credentials, shared, admission } = parts;
  const { login } = credentials;
  const call = maker.prepare("login", { sEmail: login?.email, sPassword: login?.password.reveal() });
  const send = () => performAdmitted(parts, maker, call, lane, deadline, sending);
  if (!shared || !lane.cookies) return send();
  const ready = async () => admission?.ready(deadline);
  return shared.ensure(lane.cookies, deadline, { ready, send, forget: () => admission?.forget() });
}

/** Sends a login, or a request of an auth code, when it is admitted. */
function performAdmitted(
  parts: LanesParts,
  maker: CallMaker,
  call: PreparedCall,
  lane: Lane,
  deadline: Deadline,
  sending: () => void,
): Promise<Answer> {
  const { endpoint } = parts;
  const admission = parts.admission as LoginAdmission;
  return maker.make(call, deadline, {
    cookies: lane.cookies,
    ready: () => admission.ready(deadline),
    // The lane's turn first: the login that has the account's turn waits for nothing but its answer.
    turn: (_call, _deadline, send) =>
      lane.turn(call, deadline, async () => {
        await lane.cookies?.makeRoom(endpoint.address, deadline);
        return admission.pass(deadline, () => {
          sending();
          return send();
        });
      }),
  });
}
