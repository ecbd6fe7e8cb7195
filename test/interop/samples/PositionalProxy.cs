// Methods of the proxy called by position, data in a reference, no login.
using System;

static class PositionalProxy {
    static void Main(string[] arguments) {
        var proxy = new API { Url = arguments[0] };
        string code;
        Console.WriteLine(proxy.requestAuthCode(Environment.GetEnvironmentVariable("RESCUE_EMAIL"), Environment.GetEnvironmentVariable("RESCUE_PASSWORD"), out code));
        object[] values = { 201, code, null };
        Console.WriteLine(typeof(API).GetMethod("getUser_v2").Invoke(proxy, values));
        Console.WriteLine(((USER_V3) values[2]).sName);
    }
}
