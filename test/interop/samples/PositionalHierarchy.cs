// Five positions: the code, three times false, and a reference for the nodes.
using System;
using System.Reflection;

static class PositionalHierarchy {
    static void Main(string[] arguments) {
        var proxy = new API { Url = arguments[0] };
        string code;
        Console.WriteLine(proxy.requestAuthCode(Environment.GetEnvironmentVariable("RESCUE_EMAIL"), Environment.GetEnvironmentVariable("RESCUE_PASSWORD"), out code));
        try {
            Console.WriteLine(typeof(API).GetMethod("getHierarchy_v2").Invoke(proxy, new object[] { code, false, 0, false, null }));
        } catch (TargetParameterCountException) {
            Console.WriteLine("getHierarchy_v2 has " + typeof(API).GetMethod("getHierarchy_v2").GetParameters().Length + " parameters");
        }
    }
}
