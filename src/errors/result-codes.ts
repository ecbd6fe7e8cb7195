/** What a result code means and what to do about it, in a sentence each. In our own words (guide, operation pages). */
export interface ResultMeaning {
  readonly meaning: string;
  readonly advice: string;
  /** True where the service does not accept the caller, as opposed to the call. */
  readonly authentication?: true;
}

const CHECK_ID = "Check the id; the call did nothing.";

/**
 * Every result code that the vendor's documents or the WSDL list (guide, operation pages). A literal is judged by
 * these, whatever its prefix. The seven of closeSession are OK, Error, NotLoggedInAsAdmin, ActionFailed,
 * InvalidParam_Session, Invalid_SecretAuthCode and User_Deleted_Or_Disabled.
 */
export const RESULT_CODES = {
  OK: { meaning: "Done.", advice: "" },
  Error: {
    meaning: "The service failed without saying why; a timeout on its side is one cause.",
    advice: "Check whether the action took place before trying again.",
  },
  NotLoggedInAsAdmin: {
    meaning: "The caller is not logged in as an administrator.",
    advice: "Use the credentials, or the auth code, of a user with the administrator role.",
    authentication: true,
  },
  NotLoggedIn: {
    meaning: "The caller is not logged in, or the login has expired (20 minutes without a call).",
    advice: "Log in, or pass an auth code.",
    authentication: true,
  },
  ActionFailed: {
    meaning: "The technician is offline and the Technician Console is not running.",
    advice: "Have the technician start the console, then try again.",
  },
  Invalid_SecretAuthCode: {
    meaning: "The auth code is not valid.",
    advice: "Request a new one; requesting a code replaces the previous one.",
    authentication: true,
  },
  User_Deleted_Or_Disabled: {
    meaning: "The user who calls has been deleted or disabled.",
    advice: "Enable the user, or call as another one.",
    authentication: true,
  },
  User_Is_Deleted: { meaning: "The user has been deleted.", advice: "Use another user.", authentication: true },
  Invalid: {
    meaning: "The credentials are wrong.",
    advice: "Correct the credentials; more tries with the same ones may lock the account.",
    authentication: true,
  },
  LimitReached: {
    meaning: "There were more than ten logins in three minutes.",
    advice: "Wait three minutes and log in once for many calls, or use an auth code.",
    authentication: true,
  },
  GlobalIpRestricted: {
    meaning: "The account does not allow logins from this IP address.",
    advice: "Have the address allowed in the Administration Center.",
    authentication: true,
  },
  PollRateExceeded: {
    meaning: "The operation was called again too soon.",
    advice: "Wait: PIN codes may be requested once a second, reports once a minute.",
  },
  InvalidParam_Session: {
    meaning: "There is no such session, or its state does not allow the action.",
    advice: CHECK_ID,
  },
  InvalidParam_SessionID: { meaning: "There is no such session.", advice: CHECK_ID },
  InvalidParam_Node: { meaning: "There is no such node.", advice: CHECK_ID },
  InvalidParam_NodeID: { meaning: "There is no such node, or the caller may not see it.", advice: CHECK_ID },
  InvalidParam_TargetNodeID: { meaning: "There is no such target node.", advice: CHECK_ID },
  InvalidParam_ParentID: { meaning: "There is no such parent node.", advice: CHECK_ID },
  InvalidParam_EntryID: { meaning: "There is no such channel.", advice: CHECK_ID },
  InvalidParam_Company: { meaning: "The company id is wrong.", advice: "Check the company id." },
  InvalidParam_Email: { meaning: "The e-mail address is not usable.", advice: "Check the address." },
  InvalidParam_Email_Already_In_Use: {
    meaning: "Another user has this e-mail address.",
    advice: "Choose another address.",
  },
  InvalidParam_MobileAddOn: { meaning: "The mobile add-on's value is wrong.", advice: "Pass True or False." },
  InvalidParam_Name: { meaning: "The name is not usable.", advice: "Check the name." },
  InvalidParam_Status: { meaning: "The status is not usable.", advice: "Pass Enabled or Disabled." },
  InvalidParam_Missing_Current_Password: {
    meaning: "The password can only be changed together with the current one.",
    advice: "Pass the current password as well.",
  },
  InvalidParam_Password_Cannot_Contain_Whitespace_Characters: {
    meaning: "The new password contains blanks.",
    advice: "Choose a password without blanks.",
  },
  InvalidParam_Password_Has_To_Be_At_Least_8_Characters_Long: {
    meaning: "The new password is too short.",
    advice: "Choose a password of at least eight characters.",
  },
  Invalid_EmailAndNodeIdBothSpecified: {
    meaning: "Both an e-mail address and a node id were given.",
    advice: "Pass one of the two.",
  },
  Invalid_Move: { meaning: "The node cannot be moved there.", advice: "Check node and target." },
  Invalid_Delete: { meaning: "The node cannot be deleted.", advice: "Check the node." },
  Invalid_Assign: { meaning: "The channel cannot be assigned to this node.", advice: "Check node and channel." },
  Invalid_Deassign: { meaning: "The channel is not assigned to this node.", advice: "Check node and channel." },
  InvalidFormat: { meaning: "The date is not in the expected form.", advice: "Check the dates." },
  InvalidDateRange: { meaning: "The end is before the beginning.", advice: "Check the dates." },
  InvalidPINFormat: { meaning: "The PIN code is not in the expected form.", advice: "Check the PIN code." },
  NotTechnician: { meaning: "The caller is not a technician.", advice: "Use a user with a technician seat." },
  NoTechConsoleRunning: {
    meaning: "The technician's console is not running.",
    advice: "Have the technician start the Technician Console.",
  },
  OutOfPINCodes: { meaning: "The service has no PIN codes left.", advice: "Try again later." },
  NoAccessToLens: { meaning: "The user may not use Rescue Lens.", advice: "Have Lens enabled for the user." },
} as const satisfies Record<string, ResultMeaning>;

/** A result code that this package knows the meaning of. */
export type ResultCode = keyof typeof RESULT_CODES;

/** The code of an unknown literal. */
export const UNKNOWN_RESULT = "UNKNOWN_RESULT";

/** What the code of a refused call may be compared with. */
export type KnownCode = Exclude<ResultCode, "OK"> | typeof UNKNOWN_RESULT;

/** The meaning of an unknown literal: it may be a success, too. */
export const UNKNOWN_MEANING: ResultMeaning = {
  meaning: "This version does not know the result. It says neither that the call was done nor that it was not.",
  advice: "Check whether the action took place before trying again; regenerate if the service's WSDL has changed.",
};

/** Returns the meaning of a code; a general one for a code that is not in this table. */
export function meaningOf(code: string): ResultMeaning {
  const known: Readonly<Record<string, ResultMeaning>> = RESULT_CODES;
  return (
    (Object.hasOwn(known, code) ? known[code] : undefined) ?? {
      meaning: "The service refused with a result that this version does not know.",
      advice: "Compare the vendor's guide, and regenerate if its WSDL has changed.",
    }
  );
}
