# Forms; the cookie is read by its name and sent as a header; the report as XML after "OK" and an empty line.
import os
import sys
import xml.etree.ElementTree as ElementTree
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from urllib.request import Request, urlopen

api = sys.argv[1].rsplit("/", 1)[0]
cookie = ""


def get(form, **values):
    global cookie
    request = Request(f"{api}/{form}.aspx?{urlencode(values)}", headers={"Cookie": cookie} if cookie else {})
    with urlopen(request) as response:
        if form == "login":
            cookie = "ASP.NET_SessionId=" + SimpleCookie(response.headers["Set-Cookie"])["ASP.NET_SessionId"].value
        return response.read().decode()


print(get("login", email=os.environ["RESCUE_EMAIL"], pwd=os.environ["RESCUE_PASSWORD"]).strip())
hierarchy = get("getHierarchy_v2")
print(hierarchy.split("\n")[0], "NodeID:201" in hierarchy)
print(get("setReportArea_v8", area="0").strip())
print(get("setTimezone", timezone="0").strip())
print(get("setReportDate_v2", bdate="1/1/2020 0:00:00", edate="12/31/2030 23:59:59").strip())
get("setOutput", output="XML")
report = get("getReport_v2", node=1, noderef="NODE")
fields = [field.text for field in ElementTree.fromstring(report[len("OK\n\n"):]).iter("field")]
print(report.split("\n")[0], "Session ID" in fields)
