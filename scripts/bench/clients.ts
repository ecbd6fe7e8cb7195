import { Agent, request } from "node:http";
import { SaxesParser } from "saxes";
import { RescueClient } from "../../test/reference/service.js";

/** One way to call the service, as the benchmark uses it. */
export interface BenchClient {
  readonly name: string;
  closeSession(session: number): Promise<unknown>;
  /** Returns the number of rows read. */
  list(): Promise<number>;
  /** Returns the length of the report's text. */
  report(): Promise<number>;
}

/** node-soap as its own documentation starts one: the WSDL file, the endpoint, its defaults for everything else. */
export async function plainNodeSoap(endpoint: string, wsdl: string): Promise<BenchClient> {
  const soap = await import("soap");
  const client = await soap.createClientAsync(wsdl, { disableCache: true }, endpoint);
  return {
    name: "plain node-soap",
    closeSession: (session) => client.closeSessionAsync({ iSession: session, sAuthCode: "4ahx" }),
    list: async () => {
      const [answer] = await client.getSession_V3Async({ iNodeID: 1, eNodeRef: "NODE", sAuthCode: "4ahx" });
      return answer.aSessions.SESSION_V3.length;
    },
    report: async () => {
      const [answer] = await client.getReport_v2Async({ iNodeID: 1, eNodeRef: "NODE", sAuthCode: "4ahx" });
      return answer.sReport.length;
    },
  };
}

/** The limit: a keep-alive POST with a template, and saxes over the reply with values put into plain objects. */
export function bareHttp(endpoint: string): BenchClient {
  const agent = new Agent({ keepAlive: true });
  const namespace = "https://secure.logmeinrescue.com/API/API.asmx";
  const post = (operation: string, content: string): Promise<string> => {
    const body =
      '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">' +
      `<soap:Body><${operation} xmlns="${namespace}">${content}</${operation}></soap:Body></soap:Envelope>`;
    return new Promise((resolve, reject) => {
      const outgoing = request(endpoint, {
        method: "POST",
        agent,
        headers: { "Content-Type": "text/xml; charset=utf-8", SOAPAction: `"${namespace}/${operation}"` },
      });
      outgoing.on("response", (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("end", () => resolve(Buffer.concat(chunks).toString()));
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  };
  return {
    name: "bare http + saxes",
    closeSession: async (session) => {
      const rows = readRows(await post("closeSession", `<iSession>${session}</iSession><sAuthCode>4ahx</sAuthCode>`));
      return rows;
    },
    list: async () =>
      readRows(await post("getSession_V3", "<iNodeID>1</iNodeID><eNodeRef>NODE</eNodeRef><sAuthCode>4ahx</sAuthCode>"))
        .length,
    report: async () => {
      const [row] = readRows(
        await post("getReport_v2", "<iNodeID>1</iNodeID><eNodeRef>NODE</eNodeRef><sAuthCode>4ahx</sAuthCode>"),
        "getReport_v2Response",
      );
      return String(row?.sReport).length;
    },
  };
}

function readRows(xml: string, element = "SESSION_V3"): Record<string, string | number>[] {
  const rows: Record<string, string | number>[] = [];
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let row: Record<string, string | number> | undefined;
  let text = "";
  parser.on("opentag", (tag) => {
    text = "";
    if (tag.name === element) row = {};
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  parser.on("closetag", (tag) => {
    if (tag.name === element && row) rows.push(row);
    else if (row) row[tag.name] = tag.name.startsWith("i") ? Number(text) : text;
  });
  parser.write(xml).close();
  return rows;
}

/** This package, with an auth code, so that no login is measured. */
export function ours(endpoint: string): BenchClient {
  const client = new RescueClient({ endpoint, credentials: { authCode: "4ahx" } });
  return {
    name: "rescue-soap-client",
    closeSession: (session) => client.closeSession(session),
    list: async () => {
      const answer = await client.operations.getSession_V3({ iNodeID: 1, eNodeRef: "NODE" });
      return answer.aSessions?.SESSION_V3.length ?? 0;
    },
    report: async () => {
      const answer = await client.operations.getReport_v2({ iNodeID: 1, eNodeRef: "NODE" });
      return answer.sReport?.length ?? 0;
    },
  };
}
