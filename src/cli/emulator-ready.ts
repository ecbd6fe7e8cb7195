import type { Emulator } from "../emulator/index.js";

/** The environment variables that the emulator reads. */
export interface Environment {
  readonly RESCUE_EMULATOR_TOKEN?: string | undefined;
}

/** The content of the ready line of `rescue emulator --json`. */
export interface Ready {
  readonly ready: true;
  readonly endpoint: string;
  readonly wsdl: string;
  /** The live page of the desk. */
  readonly page: string;
  /** The admin API, with its token if it was created here; one from the environment is not repeated. */
  readonly admin: { readonly url: string; readonly token?: string };
  /** With TLS: the certificate in PEM. */
  readonly certificate?: string;
}

/** The ready line of an emulator with an admin API. */
export function readyObject(emulator: Emulator, environment: Environment): Ready {
  const { endpoint, wsdlUrl, admin, certificate } = emulator;
  const token = environment.RESCUE_EMULATOR_TOKEN ? {} : { token: admin?.token ?? "" };
  return {
    ready: true,
    endpoint,
    wsdl: wsdlUrl,
    page: new URL("/", endpoint).href,
    admin: { url: admin?.url ?? "", ...token },
    ...(certificate === undefined ? {} : { certificate }),
  };
}

/** The ready line as text. */
export function readyLine({ endpoint, page, admin }: Ready): string {
  const token = admin.token === undefined ? "" : ` token ${admin.token}`;
  return `Listening on ${endpoint} (page ${page}, admin ${admin.url}${token})`;
}
