# sh close-session.sh ENDPOINT SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
# XML by hand. Characters such as & in the password would have to be escaped; curl keeps the cookie in a file.
service=https://secure.logmeinrescue.com/API/API.asmx
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

call() {
  printf '%s' "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><$2 xmlns=\"$service\">$3</$2></soap:Body></soap:Envelope>" |
    curl --silent --show-error --cookie "$jar" --cookie-jar "$jar" --header 'Content-Type: text/xml; charset=utf-8' \
      --header "SOAPAction: \"$service/$2\"" --data-binary @- "$1" |
    sed -n "s:.*<$2Result>\([^<]*\)<.*:\1:p"
  echo
}

login=$(call "$1" login "<sEmail>$RESCUE_EMAIL</sEmail><sPassword>$RESCUE_PASSWORD</sPassword>")
[ "$login" = login_OK ] || { echo "login: $login"; exit 1; }
call "$1" closeSession "<iSession>$2</iSession>"
call "$1" closeSession "<iSession>$2</iSession>" # once more: it is closed
call "$1" logout "" > /dev/null
