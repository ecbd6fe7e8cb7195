# SOAP 1.2 from a template: an auth code, the account, a queue without eNodeRef.
endpoint=$1
call() {
  printf '%s' "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap12:Envelope xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:soap12=\"http://www.w3.org/2003/05/soap-envelope\"><soap12:Body><$1 xmlns=\"https://secure.logmeinrescue.com/API/API.asmx\">$2</$1></soap12:Body></soap12:Envelope>" |
    curl --silent --show-error --header 'Content-Type: application/soap+xml; charset=utf-8' --data-binary @- "$endpoint"
}
element() { tr '\n' ' ' | sed -n "s:.*<$1>\([^<]*\)</$1>.*:\1:p"; echo; }
code=$(call requestAuthCode "<sEmail>$RESCUE_EMAIL</sEmail><sPassword>$RESCUE_PASSWORD</sPassword>")
printf %s "$code" | element requestAuthCodeResult
code=$(printf %s "$code" | element sAuthCode)
call getAccount_v2 "<sAuthCode>$code</sAuthCode>" | element getAccount_v2Result
call getSession_V3 "<iNodeID>201</iNodeID><sAuthCode>$code</sAuthCode>" | element getSession_V3Result
