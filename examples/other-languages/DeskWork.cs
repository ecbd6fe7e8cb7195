// mcs -r:System.Web.Services DeskWork.cs RescueProxy.cs && mono DeskWork.exe ENDPOINT SESSION
// with RESCUE_EMAIL and RESCUE_PASSWORD in the environment. RescueProxy.cs is what ProxyFromWsdl.cs writes.
using System;
using System.Linq;
using System.Net;

static class DeskWork {
    static void Main(string[] arguments) {
        var email = Environment.GetEnvironmentVariable("RESCUE_EMAIL");
        var password = Environment.GetEnvironmentVariable("RESCUE_PASSWORD");
        var session = int.Parse(arguments[1]);
        var proxy = new API { Url = arguments[0], CookieContainer = new CookieContainer() };

        int account, administrator, technician;
        string organization, address;
        Console.WriteLine("signed out: " + proxy.getAccount("", out account, out organization, out administrator, out technician, out address));
        Console.WriteLine("login: " + proxy.login(email, password));

        SESSION_V3[] queue;
        proxy.getSession_V3(401, NODEREF.CHANNEL, "", out queue);
        var row = queue.First(one => one.iID == session);
        Console.WriteLine("list: " + row.iID + " " + row.bStatus + " " + row.sCustomField0);

        proxy.setReportArea("SESSION", "");
        proxy.setReportDate("1/1/2020", "12/31/2030", "");
        proxy.setTimeZone("0", "");
        proxy.setOutput(OUTPUT.TEXT, "");
        proxy.setDelimiter("|", "");
        string report;
        var read = proxy.getReport(1, NODEREF.NODE, "", out report);
        Console.WriteLine("report: " + read + " " + report.Split('|')[0]);
        proxy.logout();

        var withCode = new API { Url = arguments[0] }; // no cookie container: no login
        string code;
        withCode.requestAuthCode(email, password, out code);
        Console.WriteLine("auth code: " + withCode.closeSession(session, code));
        Console.WriteLine("again: " + withCode.closeSession(session, code));
    }
}
