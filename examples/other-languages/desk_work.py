# python3 desk_work.py WSDL SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
import os
import sys

from zeep import Client

wsdl, session = sys.argv[1], int(sys.argv[2])
user = {"sEmail": os.environ["RESCUE_EMAIL"], "sPassword": os.environ["RESCUE_PASSWORD"]}
rescue = Client(wsdl).service

print("signed out:", rescue.getAccount().getAccountResult)
print("login:", rescue.login(**user))

queue = rescue.getSession_V3(iNodeID=401, eNodeRef="CHANNEL")
row = next(row for row in queue.aSessions.SESSION_V3 if row.iID == session)
print("list:", row.iID, row.bStatus, row.sCustomField0)

rescue.setReportArea(eReportArea="SESSION")
rescue.setReportDate(sBeginDate="1/1/2020", sEndDate="12/31/2030")
rescue.setTimeZone(sTimezone="0")
rescue.setOutput(eOutput="TEXT")
rescue.setDelimiter(sDelimiter="|")
report = rescue.getReport(iNodeID=1, eNodeRef="NODE")
print("report:", report.getReportResult, report.sReport.split("|")[0])
rescue.logout()

with_code = Client(wsdl).service  # another client has no cookie: no login
code = with_code.requestAuthCode(**user).sAuthCode
print("auth code:", with_code.closeSession(iSession=session, sAuthCode=code))
print("again:", with_code.closeSession(iSession=session, sAuthCode=code))
