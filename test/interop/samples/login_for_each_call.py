# A login and a cookie jar for each call; the text is handed on as it came.
import os
import sys
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

api = sys.argv[1].rsplit("/", 1)[0]


def call(form, **values):
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    user = {"email": os.environ["RESCUE_EMAIL"], "pwd": os.environ["RESCUE_PASSWORD"]}
    login = opener.open(f"{api}/login.aspx?{urlencode(user)}").read().decode().strip()
    if not login.startswith("OK"):
        return f"login failed: {login}"
    return opener.open(f"{api}/{form}.aspx?{urlencode(values)}").read().decode()


queue = call("getSession_v3", node=401, noderef="CHANNEL")
print(queue.split("\n")[0], sys.argv[2] in queue)
print(call("getNote", session=sys.argv[2]).replace("\n", "\\n"))
print(call("getChat", session=1).strip())
