<?php
// php close_session.php WSDL SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
[, $wsdl, $session] = $argv;
$rescue = new SoapClient($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE]); // keeps the cookie of the login

$login = $rescue->login(["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")])->loginResult;
if ($login !== "login_OK") exit("login: $login\n");

$queue = $rescue->getSession_V3(["iNodeID" => 401, "eNodeRef" => "CHANNEL"]);
foreach ((array) $queue->aSessions->SESSION_V3 as $row) {
    if ($row->iID == $session) echo "waiting: {$row->sCustomField0}\n";
}
echo $rescue->closeSession(["iSession" => (int) $session])->closeSessionResult, "\n";
echo $rescue->closeSession(["iSession" => (int) $session])->closeSessionResult, "\n"; // once more: it is closed
$rescue->logout([]);
