// An auth code by GET, and a call with it: no cookie.
using System;
using System.IO;
using System.Net;

static class AuthCodeForm {
    static string Get(string address) {
        var request = (HttpWebRequest) WebRequest.Create(address);
        using (var response = request.GetResponse())
        using (var reader = new StreamReader(response.GetResponseStream())) return reader.ReadToEnd();
    }

    static void Main(string[] arguments) {
        var api = arguments[0].Substring(0, arguments[0].LastIndexOf('/') + 1);
        var email = Uri.EscapeDataString(Environment.GetEnvironmentVariable("RESCUE_EMAIL"));
        var password = Uri.EscapeDataString(Environment.GetEnvironmentVariable("RESCUE_PASSWORD"));
        var code = Get(api + "requestAuthCode.aspx?email=" + email + "&pwd=" + password);
        Console.WriteLine(code.Substring(0, 13).Replace("\n", "\\n"));
        Console.WriteLine(Get(api + "closeSession.aspx?session=" + arguments[1] + "&authcode=" + code.Substring(13).Trim()).Trim());
    }
}
