import type { Emulator } from "../emulator/index.js";

/** The environment as far as the emulator looks at it. */
export interface Environment {
  readonly RESCUE_EMULATOR_TOKEN?: string | undefined;
}

/** What the ready line of `rescue emulator --json` holds. */
export interface Ready {
  readonly ready: true;
  readonly endpoint: string;
  readonly wsdl: string;
  /** The desk, live, for a browser. */
  readonly page: string;
  /** The admin API; its token where it was made here. One that came from the environment is known to who set it. */
  readonly admin: { readonly url: string; readonly token?: string };
  /** With TLS: the certificate in PEM. */
  readonly certificate?: string;
}

/** What to tell of an emulator that was started with an admin API. */
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

/** The same for people, in one line. */
export function readyLine({ endpoint, page, admin }: Ready): string {
  const token = admin.token === undefined ? "" : ` token ${admin.token}`;
  return `Listening on ${endpoint} (page ${page}, admin ${admin.url}${token})`;
}
