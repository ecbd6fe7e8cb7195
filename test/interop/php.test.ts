import { expect } from "chai";
import { describeWith } from "../describe-with.js";
import { VERSIONS } from "../emulator/wire.js";
import { type Emulator, startEmulator } from "../reference/service.js";
import { findInterpreter, printedBy } from "./programs.js";

// What a PHP integration does: one SoapClient over the WSDL, which keeps the cookie, and results read by name.
const SCRIPT = `
[$wsdl, $version] = [$argv[1], $argv[2] === "1.2" ? SOAP_1_2 : SOAP_1_1];
$client = new SoapClient($wsdl, ["soap_version" => $version, "cache_wsdl" => WSDL_CACHE_NONE, "trace" => true]);
$out = ["operations" => count(array_unique($client->__getFunctions()))];
$out["login"] = $client->login(["sEmail" => "some@email.com", "sPassword" => "secretPassword"])->loginResult;
$out["wrong"] = $client->login(["sEmail" => "some@email.com", "sPassword" => "no & <no>"])->loginResult;
$out["account"] = $client->getAccount([]);
$out["sessions"] = $client->getSession_V3(["iNodeID" => 201, "eNodeRef" => "NODE"]);
$out["close"] = $client->closeSession(["iSession" => 12345678, "sAuthCode" => ""])->closeSessionResult;
$out["again"] = $client->closeSession(["iSession" => 12345678])->closeSessionResult;
$out["unset"] = $client->closeSession($never_set ?? null)->closeSessionResult;
$out["umlaut"] = $client->setReportArea(["eReportArea" => "SESSION"])->setReportAreaResult;
try { $client->closeSession(["iSession" => "abc"]); $out["fault"] = null; }
catch (SoapFault $fault) { $out["fault"] = $fault->faultcode; }
$out["logout"] = $client->logout([])->logoutResult;
$out["after"] = $client->getAccount([])->getAccountResult;
echo json_encode($out);
`;

const php = await findInterpreter(["php"], ["-r", "exit(extension_loaded('soap') ? 0 : 1);"]);

describeWith(php, "PHP's SoapClient", "no php with the soap extension here (Debian: php-cli, php-soap)", (program) => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator?.close());

  for (const version of VERSIONS) {
    it(`SOAP ${version}: works with the emulator as with the service`, async () => {
      const told = await printedBy(program, ["-r", SCRIPT, emulator.wsdlUrl, version]);
      expect(told).to.deep.include({
        operations: 52,
        login: "login_OK",
        wrong: "login_Invalid",
        close: "closeSessionRet_OK",
        again: "closeSessionRet_InvalidParam_Session",
        unset: "closeSessionRet_InvalidParam_Session",
        umlaut: "setReportArea_OK",
        logout: "logout_OK",
        after: "getAccount_NotLoggedIn",
      });
      const { account, sessions } = told as { account: object; sessions: { aSessions: { SESSION_V3: object[] } } };
      expect(account).to.include({ getAccountResult: "getAccount_OK", iAdminID: 101, iTechID: 111 });
      const guides = sessions.aSessions.SESSION_V3.find((session) => "iID" in session && session.iID === 12345678);
      expect(guides).to.include({ bStatus: "SESSION_PICKEDUP", sCustomField0: "Front Desk" });
      expect(emulator.executions("closeSession", 12345678)).to.equal(1);
    }).timeout(60_000);
  }
});
