<?php
// The session goes by the name iSessionID.
[, $wsdl, $session] = $argv;
$client = new SoapClient($wsdl, ["cache_wsdl" => WSDL_CACHE_NONE]);
$login = $client->login(["sEmail" => getenv("RESCUE_EMAIL"), "sPassword" => getenv("RESCUE_PASSWORD")]);
echo $login->loginResult, "\n";
try {
    echo $client->holdSession(["iSessionID" => (int) $session, "sAuthCode" => ""])->holdSessionResult, "\n";
} catch (SoapFault $fault) {
    echo $fault->getMessage(), "\n";
}
