<?php
// php desk_work.php WSDL SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
[, $wsdl, $session] = $argv;
$user = ["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")];
$options = ["features" => SOAP_SINGLE_ELEMENT_ARRAYS, "cache_wsdl" => WSDL_CACHE_NONE]; // a list of one is a list
$rescue = new SoapClient($wsdl, $options);

echo "signed out: ", $rescue->getAccount([])->getAccountResult, "\n";
echo "login: ", $rescue->login($user)->loginResult, "\n";

$queue = $rescue->getSession_V3(["iNodeID" => 401, "eNodeRef" => "CHANNEL"]);
foreach ($queue->aSessions->SESSION_V3 as $row) {
    if ($row->iID == $session) echo "list: {$row->iID} {$row->bStatus} {$row->sCustomField0}\n";
}

$rescue->setReportArea(["eReportArea" => "SESSION"]);
$rescue->setReportDate(["sBeginDate" => "1/1/2020", "sEndDate" => "12/31/2030"]);
$rescue->setTimeZone(["sTimezone" => "0"]);
$rescue->setOutput(["eOutput" => "TEXT"]);
$rescue->setDelimiter(["sDelimiter" => "|"]);
$report = $rescue->getReport(["iNodeID" => 1, "eNodeRef" => "NODE"]);
echo "report: {$report->getReportResult} ", explode("|", $report->sReport)[0], "\n";
$rescue->logout([]);

$withCode = new SoapClient($wsdl, $options); // another client has no cookie: no login
$code = $withCode->requestAuthCode($user)->sAuthCode;
$request = ["iSession" => (int) $session, "sAuthCode" => $code];
echo "auth code: ", $withCode->closeSession($request)->closeSessionResult, "\n";
echo "again: ", $withCode->closeSession($request)->closeSessionResult, "\n";
