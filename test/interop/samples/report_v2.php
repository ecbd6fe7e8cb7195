<?php
// setReportDate_v2 is given month/day/year, and the result is read without its prefix, cut by its length.
[, $wsdl] = $argv;
$client = new SoapClient($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE]);
$client->login(["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")]);
echo $client->setReportArea_v2(["eReportArea" => "SESSION"])->setReportArea_v2Result, "\n";
try {
    $client->setReportDate_v2(["dBeginDate" => "02/23/2020", "dEndDate" => "02/25/2030"]);
    $answer = $client->getReport_v2(["iNodeID" => 1, "eNodeRef" => "NODE"]);
    echo strtoupper(substr($answer->getReport_v2Result, 10)), "\n";
} catch (SoapFault $fault) {
    echo $fault->faultcode, "\n";
}
