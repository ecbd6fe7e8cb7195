<?php
// The parameters are in one variable and another one is passed, which does not exist.
[, $wsdl, $session] = $argv;
$client = new SoapClient($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE]);
$login = $client->login(["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")]);
echo $login->loginResult, "\n";
$cancelParameters = ["iSession" => (int) $session, "sAuthCode" => ""];
echo @$client->closeSession($closeParameters)->closeSessionResult, "\n";
