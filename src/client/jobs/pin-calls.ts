import { InvalidArgumentError } from "../../errors/invalid-argument-error.js";
import { ProtocolError } from "../../errors/protocol-error.js";
import type { Deadline } from "../../soap/http/deadline.js";
import { checkNodeId } from "../options/node-id.js";
import {
  type Check,
  type Checks,
  checkByTable,
  checkedElsewhere,
  isObject,
  oneOf,
  refusal,
} from "../options/option-checks.js";
import type { CallOptions } from "../options/options.js";
import { during, within } from "./job-time.js";
import type { InvitationText, LensInvitation, PinCode, PinRequest, Pins } from "./pins.js";
import type { Service } from "./service.js";

const FIELDS = 6;
const text: Check = (value) => (typeof value === "string" ? undefined : "expected a string");
const CHECKS: Checks<PinRequest> = {
  technician: checkedElsewhere,
  customFields: (value) =>
    // As a list, so that a hole in an array is seen.
    Array.isArray(value) && value.length <= FIELDS && [...value].every((field) => typeof field === "string")
      ? undefined
      : `expected at most ${FIELDS} strings`,
  tracking: text,
  requiresConsole: oneOf(true, false),
  lens: (value) => (typeof value === "boolean" || isObject(value) ? undefined : "expected true, false or an object"),
};
const LENS_CHECKS: Checks<LensInvitation> = { phone: text, language: text };

/** What `rescue.pins` does; documented there. */
export class PinCalls implements Pins {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  async create(request: PinRequest = {}, options?: CallOptions): Promise<PinCode> {
    checkByTable(request, CHECKS);
    const { lens = false } = request;
    if (lens !== false && request.technician !== undefined) {
      throw refusal("technician", "a Lens session is the caller's own; leave one of the two out");
    }
    if (isObject(lens)) checkByTable(lens, LENS_CHECKS, "lens");
    const { operations, paced, address } = this.#service;
    const name = lens === false ? "requestPINCodeV3" : isObject(lens) ? "requestLensPINCodeV3" : "requestLensPINCodeV2";
    const { sPINCode = "" } = await during(this.#service, name, options, async (deadline) => {
      const content = contentOf(request);
      if (lens === false) {
        const nodeId = await this.#technician(request, deadline);
        return paced.call(deadline, () =>
          operations.requestPINCodeV3({ ...content, nodeId }, within(deadline, options)),
        );
      }
      if (lens === true) {
        return paced.call(deadline, () => operations.requestLensPINCodeV2(content, within(deadline, options)));
      }
      const { phone, language } = lens;
      const invitation = {
        ...content,
        ...(phone !== undefined && { sPhoneNumber: phone }),
        ...(language !== undefined && { sLangCode: language }),
      };
      return paced.call(deadline, () => operations.requestLensPINCodeV3(invitation, within(deadline, options)));
    });
    if (!/^\d{1,20}$/.test(sPINCode))
      throw new ProtocolError("answered OK without a PIN of digits", { operation: name });
    return { code: sPINCode, link: customerLink(address, sPINCode) };
  }

  async invite(request: Omit<PinRequest, "lens"> = {}, options?: CallOptions): Promise<string> {
    const { lens: _, ...checks } = CHECKS;
    checkByTable(request, checks);
    const { operations, paced } = this.#service;
    const operation = "requestInvitationLink";
    const { sInvitationLink = "" } = await during(this.#service, operation, options, async (deadline) => {
      const nodeId = await this.#technician(request, deadline);
      return paced.call(deadline, () =>
        operations.requestInvitationLink({ ...contentOf(request), nodeId }, within(deadline, options)),
      );
    });
    return linkOf(sInvitationLink, operation);
  }

  async emailText(code: string, options?: CallOptions): Promise<InvitationText> {
    const operation = "generateEmailText";
    if (typeof code !== "string" || !/^\d{1,9}$/.test(code)) {
      throw new InvalidArgumentError("code", `${operation}: code: expected the digits of a PIN as a string`, operation);
    }
    const { operations, paced } = this.#service;
    // The service takes a number and adds the leading zeros again.
    const answer = await during(this.#service, operation, options, (deadline) =>
      paced.call(deadline, () => operations.generateEmailText({ iPINCode: Number(code) }, within(deadline, options))),
    );
    const { sSubject = "", sText = "", sLink = "", sSignature = "" } = answer;
    return {
      subject: sSubject,
      text: sText,
      link: sLink === "" ? "" : linkOf(sLink, operation),
      signature: sSignature,
    };
  }

  // A published client always sends the technician's id: what the service does without one is not known.
  async #technician({ technician }: PinRequest, deadline: Deadline): Promise<number> {
    if (technician === undefined) {
      return (await this.#service.operations.getAccount_v2({}, within(deadline, undefined))).iTechID;
    }
    checkNodeId(technician, "technician", deadline.operation);
    return technician;
  }
}

function contentOf({ customFields = [], tracking, requiresConsole = true }: PinRequest) {
  return {
    ...Object.fromEntries(customFields.map((field, index) => [`sCField${index}`, field])),
    ...(tracking !== undefined && { sTracking0: tracking }),
    bNoTechConsole: !requiresConsole,
  };
}

/** The address that a customer opens (guide: generateEmailText). */
function customerLink({ origin }: URL, code: string): string {
  return `${origin}/R?i=2&Code=${code}`;
}

// Links arrive escaped once more than XML needs (published clients); one that is not stays as it is. A link of another
// kind, such as javascript:, would run in the page that shows it.
function linkOf(answered: string, operation: string): string {
  const link = answered.replaceAll("&amp;", "&");
  if (/^https?:\/\/\S+$/i.test(link) && URL.canParse(link)) return link;
  throw new ProtocolError("answered OK without a link that is a web address", { operation });
}
