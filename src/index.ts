// The types of the packaged WSDL, by name. Where one is called like an export below, that export takes its place; the
// type is then reached through `OperationTypes`.
export type * from "../generated/index.js";
export type { OperationAnswer, Operations } from "./client/calls/operations.js";
export type { RawReply } from "./client/calls/raw-reply.js";
export type {
  DeskJobs,
  Hierarchy,
  HierarchyNode,
  RescueAccount,
  RescueGroup,
  RescueUser,
  UserChanges,
  UserRole,
} from "./client/jobs/desk.js";
export type { InvitationText, LensInvitation, PinCode, PinRequest, Pins } from "./client/jobs/pins.js";
export type { NodeAnswer, SessionAnswer } from "./client/jobs/service.js";
export type { SessionWord } from "./client/jobs/session-words.js";
export type {
  AwaitedState,
  NamedNode,
  QueueChange,
  RescueSession,
  SessionQueue,
  Sessions,
  SettledSession,
  SettleOptions,
  Transfer,
  WaitOptions,
  WatchOptions,
} from "./client/jobs/sessions.js";
export { type LoginAndCloseSessionOptions, loginAndCloseSession } from "./client/login-and-close-session.js";
export { resultCode } from "./client/operations/result-code.js";
export type { Credentials, LoginCredentials, NoSso, SsoCredentials } from "./client/options/credentials.js";
export type { LoginLock, LoginStore } from "./client/options/login-store.js";
export type { CallOptions, JarFile, JarStore, LoginOptions, RescueClientOptions } from "./client/options/options.js";
export type { RetryOptions } from "./client/options/retry.js";
export { type ClosedSession, type LoginResult, RescueClient } from "./client/rescue-client.js";
export type { TracedCall } from "./client/watch/call-trace.js";
export type { ListenOptions, RescueEventName, RescueEvents, RescueListener } from "./client/watch/events.js";
export type {
  CloseEnd,
  CloseProgress,
  CloseResult,
  CloseRun,
  CloseSessionsOptions,
  CloseTotals,
  CloseWait,
  SessionSource,
} from "./closing/close-run.js";
export type { ClosingEvent } from "./closing/closing-service.js";
export { AbortedError } from "./errors/aborted-error.js";
export { ClientClosedError } from "./errors/client-closed-error.js";
export { ConnectionError, type ConnectionErrorDetails } from "./errors/connection-error.js";
export { DeadlineError } from "./errors/deadline-error.js";
export { InvalidArgumentError } from "./errors/invalid-argument-error.js";
export {
  type CredentialKind,
  NotAuthenticatedError,
  type RefusedCallerDetails,
} from "./errors/not-authenticated-error.js";
export { OutcomeUnknownError } from "./errors/outcome-unknown-error.js";
export { ProtocolError, type ProtocolErrorDetails } from "./errors/protocol-error.js";
export { type Outcome, RescueError, type RescueErrorDetails } from "./errors/rescue-error.js";
export { type KnownCode, RESULT_CODES, type ResultCode, type ResultMeaning } from "./errors/result-codes.js";
export { RescueResultError, type ResultErrorDetails } from "./errors/result-error.js";
export { type SoapFault, SoapFaultError } from "./errors/soap-fault-error.js";
export type { ReportArea, ReportOutput } from "./reports/areas.js";
export type { CellValue } from "./reports/cell-value.js";
export type { ReportNodeRef, ReportProgress, ReportQuery } from "./reports/report-query.js";
export type { ReportCells, ReportProblem, ReportRow, SplitRow, UnsplitRow } from "./reports/report-row.js";
export type { ReportTime } from "./reports/report-time.js";
export type { ReportRows, Reports, ReportTextQuery } from "./reports/reports.js";
export type { ReportFormat } from "./reports/row-writer.js";
export type { SavedReport, SaveOptions } from "./reports/save-report.js";
export type {
  Contract,
  ContractField,
  ContractMessage,
  ContractOperation,
  LeftOutOperation,
} from "./soap/contract/contract.js";
export type { OperationTypeTable } from "./soap/contract/operation-type-table.js";
export type { SoapVersion } from "./soap/contract/soap-version.js";
export type { TlsOptions } from "./soap/http/connection-agent.js";
export type { Jar } from "./soap/http/cookies.js";
export type { Exchange } from "./soap/watch/exchange.js";
