import type { CloseResult } from "../../../src/closing/close-run.js";

export const closed = (session: number): CloseResult => ({
  ...{ session, closed: true, code: "OK", literal: "closeSessionRet_OK", outcome: "answered", by: "answer" },
});

export const refused = (session: number, message = "refused"): CloseResult => ({
  ...{ session, closed: false, code: "ActionFailed", literal: "closeSessionRet_ActionFailed", outcome: "answered" },
  ...{ message, by: "answer" },
});

export const inDoubt = (session: number, message = "no answer"): CloseResult => ({
  ...{ session, closed: null, code: "OUTCOME_UNKNOWN", outcome: "unknown", message, by: "answer" },
});
