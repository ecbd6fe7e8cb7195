import { expect } from "chai";
import { describeWith } from "../describe-with.js";
import { VERSIONS } from "../emulator/wire.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { findInterpreter, printedBy } from "./programs.js";

// zeep reads strictly: a reply that does not follow the schema is an error. A requests session keeps the cookie.
const SCRIPT = `
import json, sys, warnings
warnings.simplefilter("ignore")
import zeep
from zeep.helpers import serialize_object
client = zeep.Client(sys.argv[1], settings=zeep.Settings(strict=True))
port = [port for port in client.wsdl.services["API"].ports.values()
        if isinstance(port.binding, zeep.wsdl.bindings.Soap12Binding) == (sys.argv[2] == "1.2")][0]
service = client.bind("API", port.name)
out = {"operations": len(port.binding.all())}
out["login"] = service.login(sEmail="some@email.com", sPassword="secretPassword")
out["account"] = serialize_object(service.getAccount(), dict)
out["sessions"] = serialize_object(service.getSession_V3(iNodeID=201, eNodeRef="NODE"), dict)
out["user"] = serialize_object(service.getUser(iNodeID=201), dict)
out["hierarchy"] = serialize_object(service.getHierarchy(), dict)
out["close"] = service.closeSession(iSession=12345678)
out["again"] = service.closeSession(iSession=12345678)
out["logout"] = service.logout()
print(json.dumps(out, default=str))
`;

interface Told {
  readonly account: object;
  readonly sessions: { readonly aSessions: { readonly SESSION_V3: readonly { readonly iID: number }[] } };
  readonly user: { readonly oUser: object };
  readonly hierarchy: { readonly aHierarchy: { readonly HIERARCHY: readonly { readonly sName: string }[] } };
}

// Another Python may precede Debian's in PATH.
const python = await findInterpreter(["python3", "/usr/bin/python3"], ["-c", "import zeep"]);

describeWith(python, "Python's zeep", "no Python with zeep here (Debian: python3-zeep)", (program) => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator?.close());

  for (const version of VERSIONS) {
    it(`SOAP ${version}: works with the emulator as with the service`, async () => {
      const told = await printedBy(program, ["-c", SCRIPT, emulator.wsdlUrl, version]);
      expect(told).to.deep.include({
        operations: 52,
        login: "login_OK",
        close: "closeSessionRet_OK",
        again: "closeSessionRet_InvalidParam_Session",
        logout: "logout_OK",
      });
      const { account, sessions, user, hierarchy } = told as Told;
      expect(account).to.include({ getAccountResult: "getAccount_OK", iAdminID: 101, iTechID: 111 });
      expect(sessions.aSessions.SESSION_V3.map(({ iID }) => iID)).to.include(12345678);
      expect(user.oUser).to.include({ sName: "First Technician", eType: "Technician", eStatus: "Online" });
      expect(hierarchy.aHierarchy.HIERARCHY.map(({ sName }) => sName)).to.include("First Line");
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    }).timeout(60_000);
  }
});
