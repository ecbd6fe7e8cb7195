// mcs -r:System.Web.Services ProxyFromWsdl.cs && mono ProxyFromWsdl.exe WSDL RescueProxy.cs
// Writes the proxy class of a WSDL, as `wsdl.exe` and "Add Web Reference" do.
using System.CodeDom;
using System.CodeDom.Compiler;
using System.IO;
using System.Net;
using System.Web.Services.Description;
using Microsoft.CSharp;

static class ProxyFromWsdl {
    static int Main(string[] arguments) {
        var importer = new ServiceDescriptionImporter { ProtocolName = "Soap" };
        using (var wsdl = new WebClient().OpenRead(arguments[0])) {
            importer.AddServiceDescription(ServiceDescription.Read(wsdl), "", "");
        }
        var unit = new CodeCompileUnit();
        unit.Namespaces.Add(new CodeNamespace());
        var warnings = importer.Import(unit.Namespaces[0], unit);
        if (warnings != 0) {
            System.Console.Error.WriteLine(warnings);
            return 1;
        }
        using (var file = new StreamWriter(arguments[1])) {
            new CSharpCodeProvider().GenerateCodeFromCompileUnit(unit, file, new CodeGeneratorOptions());
        }
        return 0;
    }
}
