// wsimport -p rescue WSDL && java -cp .:/usr/share/java/jaxws-rt.jar DeskWork.java WSDL SESSION
// with RESCUE_EMAIL and RESCUE_PASSWORD in the environment. wsimport and the runtime come from JAX-WS (Debian: jaxws).
import java.net.URL;
import java.util.Map;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Holder;
import rescue.API;
import rescue.APISoap;
import rescue.ArrayOfSESSIONV3;
import rescue.GetAccountRet;
import rescue.GetReportRet;
import rescue.GetSessionRet;
import rescue.NODEREF;
import rescue.OUTPUT;
import rescue.RequestAuthCodeRet;

public class DeskWork {
    public static void main(String[] arguments) throws Exception {
        var email = System.getenv("RESCUE_EMAIL");
        var password = System.getenv("RESCUE_PASSWORD");
        var session = Integer.parseInt(arguments[1]);
        var service = new API(new URL(arguments[0]));

        APISoap port = service.getAPISoap();
        Map<String, Object> context = ((BindingProvider) port).getRequestContext();
        context.put(BindingProvider.SESSION_MAINTAIN_PROPERTY, true); // without this, every cookie is dropped

        var signedOut = new Holder<GetAccountRet>();
        port.getAccount("", signedOut, new Holder<>(), new Holder<>(), new Holder<>(), new Holder<>(), new Holder<>());
        System.out.println("signed out: " + signedOut.value.value());
        System.out.println("login: " + port.login(email, password).value());

        var queue = new Holder<ArrayOfSESSIONV3>();
        port.getSessionV3(401, NODEREF.CHANNEL, "", new Holder<GetSessionRet>(), queue);
        for (var row : queue.value.getSESSIONV3()) {
            if (row.getIID() != session) continue;
            System.out.println("list: " + row.getIID() + " " + row.getBStatus().value() + " " + row.getSCustomField0());
        }

        port.setReportArea("SESSION", "");
        port.setReportDate("1/1/2020", "12/31/2030", "");
        port.setTimeZone("0", "");
        port.setOutput(OUTPUT.TEXT, "");
        port.setDelimiter("|", "");
        var read = new Holder<GetReportRet>();
        var report = new Holder<String>();
        port.getReport(1, NODEREF.NODE, "", read, report);
        System.out.println("report: " + read.value.value() + " " + report.value.split("\\|")[0]);
        port.logout();

        APISoap withCode = service.getAPISoap(); // does not maintain a session: no login
        var code = new Holder<String>();
        withCode.requestAuthCode(email, password, new Holder<RequestAuthCodeRet>(), code);
        System.out.println("auth code: " + withCode.closeSession(session, code.value).value());
        System.out.println("again: " + withCode.closeSession(session, code.value).value());
    }
}
