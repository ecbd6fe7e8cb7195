/** The parts that credentials are made of, as text. */
export type CredentialParts = { readonly [Name in PartName]?: string };

export type PartName = "email" | "password" | "authCode" | "ssoId" | "ssoPassword" | "companyId";

interface Part {
  /** The environment's variable that may hold it. */
  readonly variable: string;
  readonly prompt: string;
  /** True where it is typed without echo. */
  readonly silent: boolean;
}

/** Where each part comes from, and how it is asked for. */
export const PARTS: { readonly [Name in PartName]: Part } = {
  email: { variable: "RESCUE_EMAIL", prompt: "Rescue e-mail: ", silent: false },
  password: { variable: "RESCUE_PASSWORD", prompt: "Rescue password: ", silent: true },
  authCode: { variable: "RESCUE_AUTHCODE", prompt: "Rescue auth code: ", silent: true },
  ssoId: { variable: "RESCUE_SSO_ID", prompt: "Single sign-on id: ", silent: false },
  ssoPassword: { variable: "RESCUE_SSO_PASSWORD", prompt: "Single sign-on password: ", silent: true },
  companyId: { variable: "RESCUE_COMPANY_ID", prompt: "Number of the company: ", silent: false },
};

/** The parts that the environment holds. A variable that is empty counts as not set. */
export function partsIn(environment: Readonly<Record<string, string | undefined>>): CredentialParts {
  const entries = Object.entries(PARTS).map(([name, { variable }]) => [name, environment[variable]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ""));
}
