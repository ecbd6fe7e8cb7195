/**
 * What is mutated, and by which tests a mutant has to be found. The tests run within one process and are fast; what only a
 * test with processes of its own would find counts as survived. `without` names tests by their titles that are too slow to be run for each mutant.
 */
export const AREAS = {
  results: {
    sources: [
      "src/errors/result-codes",
      "src/errors/result-error",
      "src/errors/not-authenticated-error",
      "src/client/operations/answer",
      "src/client/operations/result-code",
      "src/client/operations/refused-credentials",
      "src/soap/contract/result-element",
    ],
    tests: [
      "errors/*",
      "client/operations/*",
      "soap/contract/*",
      "client/calls/contract",
      "client/calls/error-names",
      "client/calls/guide-scenarios",
      "client/calls/single-sign-on",
      "client/calls/wire",
      "faults/refused-login",
    ],
  },
  retry: {
    // Without call-maker and call-with-code, whose tests wait for an emulator.
    sources: ["src/client/options/retry", "src/client/login/relogin-budget", "src/closing/backoff"],
    tests: ["client/options/retry", "client/login/login-state", "client/login/relogin-budget", "closing/backoff"],
  },
  redaction: {
    // Without the search for secrets and their forms: only many texts show what they are for, which takes long.
    sources: ["src/soap/watch/exchange-record", "src/soap/watch/redactor", "src/soap/text/*"],
    tests: ["soap/watch/*", "soap/text/*"],
    without: [
      "is done with, however it is made",
      "loses the beginning of a secret",
      "whatever it",
      "keeps no more than 64 Ki",
    ],
  },
  decoding: {
    // Without the two readers of a whole reply: each of their mutants would be run by 700 tests.
    sources: ["src/soap/message/long-text", "src/soap/message/namespace-scope", "src/soap/message/scalar"],
    tests: ["soap/message/long-text", "soap/message/namespace-scope", "soap/message/scalar"],
  },
  lanes: {
    // Without open-lanes, which puts them together: its mutants let most tests wait until their time is up.
    sources: ["src/client/account/turns", "src/client/calls/lane", "src/client/login/login-state"],
    tests: ["client/account/turns", "client/calls/lane", "client/login/login-state"],
  },
  journal: {
    // Without what writes to a disk, and journal-claim: processes decide who has a journal, and its tests wait for seconds.
    sources: [
      "src/closing/journal/id-set",
      "src/closing/journal/journal-line",
      "src/closing/journal/journal-state",
      "src/closing/journal/read-journal",
    ],
    tests: [
      "closing/journal/id-set",
      "closing/journal/journal",
      "closing/journal/journal-line",
      "closing/journal/read-journal",
    ],
    without: ["takes 8 bytes for an id", "refuses any byte or line that was changed"],
  },
};
