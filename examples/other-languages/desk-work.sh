# sh desk-work.sh ENDPOINT SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment. XML by hand.
service=https://secure.logmeinrescue.com/API/API.asmx
endpoint=$1
session=$2
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

# call OPERATION XML [OPTION OF CURL]...: prints the reply
call() {
  operation=$1
  xml=$2
  shift 2
  printf '%s' "<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><$operation xmlns=\"$service\">$xml</$operation></soap:Body></soap:Envelope>" |
    curl --silent --show-error --header 'Content-Type: application/soap+xml; charset=utf-8' --data-binary @- "$@" "$endpoint"
}
signed_in() { call "$@" --cookie "$jar" --cookie-jar "$jar"; }
# element NAME: the text of the first one; &amp; and the like stay as they are
element() { tr '\n' ' ' | sed -n "s:[^<]*.*<$1>\([^<]*\)</$1>.*:\1:p"; }
escaped() { printf '%s' "$1" | sed 's/&/\&amp;/g; s/</\&lt;/g'; }

user="<sEmail>$(escaped "$RESCUE_EMAIL")</sEmail><sPassword>$(escaped "$RESCUE_PASSWORD")</sPassword>"
echo "signed out: $(signed_in getAccount '' | element getAccountResult)"
echo "login: $(signed_in login "$user" | element loginResult)"

queue=$(signed_in getSession_V3 '<iNodeID>401</iNodeID><eNodeRef>CHANNEL</eNodeRef>' | sed 's:</SESSION_V3>:&\
:g')
row=$(printf '%s\n' "$queue" | grep "<iID>$session</iID>")
echo "list: $(printf %s "$row" | element iID) $(printf %s "$row" | element bStatus) $(printf %s "$row" | element sCustomField0)"

signed_in setReportArea '<eReportArea>SESSION</eReportArea>' > /dev/null
signed_in setReportDate '<sBeginDate>1/1/2020</sBeginDate><sEndDate>12/31/2030</sEndDate>' > /dev/null
signed_in setTimeZone '<sTimezone>0</sTimezone>' > /dev/null
signed_in setOutput '<eOutput>TEXT</eOutput>' > /dev/null
signed_in setDelimiter '<sDelimiter>|</sDelimiter>' > /dev/null
report=$(signed_in getReport '<iNodeID>1</iNodeID><eNodeRef>NODE</eNodeRef>')
echo "report: $(printf %s "$report" | element getReportResult) $(printf %s "$report" | element sReport | cut -d '|' -f 1)"
signed_in logout '' > /dev/null

code=$(call requestAuthCode "$user" | element sAuthCode) # without the cookie: no login
echo "auth code: $(call closeSession "<iSession>$session</iSession><sAuthCode>$code</sAuthCode>" | element closeSessionResult)"
echo "again: $(call closeSession "<iSession>$session</iSession><sAuthCode>$code</sAuthCode>" | element closeSessionResult)"
