// java CloseSession.java ENDPOINT SESSION - with RESCUE_EMAIL and RESCUE_PASSWORD in the environment.
// The XML is written by hand: JAX-WS is no part of Java since version 11.
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;

public class CloseSession {
    static final String SERVICE = "https://secure.logmeinrescue.com/API/API.asmx";
    static final HttpClient HTTP = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    static String call(String endpoint, String operation, String content) throws Exception {
        var envelope = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
            + "<" + operation + " xmlns=\"" + SERVICE + "\">" + content + "</" + operation + ">"
            + "</soap:Body></soap:Envelope>";
        var request = HttpRequest.newBuilder(URI.create(endpoint))
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"" + SERVICE + "/" + operation + "\"")
            .POST(HttpRequest.BodyPublishers.ofString(envelope)).build();
        var reply = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        var result = Pattern.compile("<" + operation + "Result>([^<]*)<").matcher(reply);
        return result.find() ? result.group(1) : reply;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    public static void main(String[] arguments) throws Exception {
        var email = escape(System.getenv("RESCUE_EMAIL"));
        var password = escape(System.getenv("RESCUE_PASSWORD"));
        var login = call(arguments[0], "login", "<sEmail>" + email + "</sEmail><sPassword>" + password + "</sPassword>");
        if (!login.equals("login_OK")) {
            System.out.println("login: " + login);
            System.exit(1);
        }
        var session = "<iSession>" + Integer.parseInt(arguments[1]) + "</iSession>";
        System.out.println(call(arguments[0], "closeSession", session));
        System.out.println(call(arguments[0], "closeSession", session)); // once more: it is closed
        call(arguments[0], "logout", "");
    }
}
