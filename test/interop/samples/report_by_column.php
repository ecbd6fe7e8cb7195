<?php
// The area's array is filled under one name and passed under another; rows are read by the names of their columns.
[, $wsdl] = $argv;
$client = new SoapClient($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE]);
$client->login(["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")]);
$area = ["eReportArea" => "SESSION"];
echo @$client->setReportArea($areaa)->setReportAreaResult, "\n";
echo $client->setReportDate(["sBeginDate" => "05/09/2020", "sEndDate" => "07/01/2030"])->setReportDateResult, "\n";
$answer = $client->getReport(["iNodeID" => "1", "eNodeRef" => "NODE"]);
echo $answer->getReportResult, "\n";
$rows = array_map(fn ($line) => explode("|", $line), explode("\n", $answer->sReport));
$session = array_search("Session ID", $rows[0]);
echo is_numeric($rows[1][$session]) ? "Session ID is a number" : "Session ID is no number", "\n";
