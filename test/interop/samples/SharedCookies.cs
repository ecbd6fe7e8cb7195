// Forms by GET, with one CookieContainer handed from request to request.
using System;
using System.IO;
using System.Linq;
using System.Net;

static class SharedCookies {
    static readonly CookieContainer cookies = new CookieContainer();

    static string Get(string address) {
        var request = (HttpWebRequest) WebRequest.Create(address);
        request.CookieContainer = cookies;
        using (var response = request.GetResponse())
        using (var reader = new StreamReader(response.GetResponseStream())) return reader.ReadToEnd();
    }

    static void Main(string[] arguments) {
        var api = arguments[0].Substring(0, arguments[0].LastIndexOf('/') + 1);
        var email = Environment.GetEnvironmentVariable("RESCUE_EMAIL");
        var password = Environment.GetEnvironmentVariable("RESCUE_PASSWORD");
        Console.WriteLine(Get(api + "login.aspx?email=" + email + "&pwd=" + password).Trim());
        var queue = Get(api + "getSession.aspx?node=401&noderef=CHANNEL").Split('\n');
        Console.WriteLine(queue[0] + " " + queue.First(row => row.Contains(arguments[1] + "|")).Split('|')[0]);
        Console.WriteLine(Get(api + "setReportDate.aspx?bdate=01/01/2020&edate=12/31/2030").Trim());
        var report = Get(api + "getReport.aspx?node=1").Split('\n');
        Console.WriteLine(report[0] + " " + report[2].Split('|')[0]);
    }
}
