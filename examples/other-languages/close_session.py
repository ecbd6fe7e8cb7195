# python3 close_session.py WSDL SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
import os
import sys

from zeep import Client

wsdl, session = sys.argv[1], int(sys.argv[2])
rescue = Client(wsdl).service  # its requests.Session keeps the cookie of the login

login = rescue.login(sEmail=os.environ["RESCUE_EMAIL"], sPassword=os.environ["RESCUE_PASSWORD"])
if login != "login_OK":
    sys.exit(f"login: {login}")

queue = rescue.getSession_V3(iNodeID=401, eNodeRef="CHANNEL")
for row in queue.aSessions.SESSION_V3:
    if row.iID == session:
        print(f"waiting: {row.sCustomField0}")
print(rescue.closeSession(iSession=session))
print(rescue.closeSession(iSession=session))  # once more: it is closed
rescue.logout()
