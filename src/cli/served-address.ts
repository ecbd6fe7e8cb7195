import type { ComparableWsdl } from "../wsdl/compare/compare-wsdls.js";

/**
 * A served WSDL with the addresses of `packaged` wherever it names the one that it was asked at: ASMX writes that into
 * what it serves (measured), so that it does not show a change. The scheme may differ behind a proxy that adds TLS
 * for the service; the path's case may (IIS).
 */
export function asAskedAt(served: ComparableWsdl, asked: URL, packaged: ComparableWsdl): ComparableWsdl {
  const { contract, description } = served;
  const packagedAddress = (port: string) =>
    packaged.description.ports.find(({ name }) => name === port)?.address ?? packaged.contract.address;
  return {
    contract: isAt(contract.address, asked) ? { ...contract, address: packaged.contract.address } : contract,
    description: {
      ...description,
      ports: description.ports.map((port) =>
        isAt(port.address, asked) ? { ...port, address: packagedAddress(port.name) } : port,
      ),
    },
  };
}

function isAt(address: string, asked: URL): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const sameHost = url.host === asked.host || (url.hostname === asked.hostname && url.protocol !== asked.protocol);
  return sameHost && url.pathname.toLowerCase() === asked.pathname.toLowerCase();
}
