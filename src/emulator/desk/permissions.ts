const SHARED: readonly string[] = [
  "RemoteControl",
  "RemoteView",
  "SendFile",
  "SendURL",
  "ViewSystemInformation",
  "RebootClientComputer",
  "ReceiveFile",
  "SessionRecording",
  "PrivateSessions",
  "OneTimePermission",
  "FileManagement",
  "ScriptRunning",
  "UnlimitedScripting",
  "SessionTransferNotAllowed",
  "EditCustomField",
  "WindowsCredentialsRequestNotAllowed",
  "ClipboardSynchronizationNotAllowed",
  "CallingCardDeployment",
  "ScreenSharingNotAllowed",
  "CollaborationNotAllowed",
  "DeviceConfiguration",
  "ChatSuppression",
  "ChatSuppressionConsoleSwitch",
];

/** The permissions of a group that one version of getGroup and setGroup names. */
export interface PermissionNames {
  readonly all: readonly string[];
  /** The permissions that only another version names. */
  readonly unknown: ReadonlySet<string>;
}

const FIRST_ALONE: readonly string[] = ["TechEndSessionSurvey"];
const SECOND_ALONE: readonly string[] = ["UnattendedAccess", "SessionHoldNotAllowed", "ConnectOnLan"];

/** Guide: setGroup. The members of the WSDL's NODE_PERMISSIONS. */
export const PERMISSIONS: PermissionNames = { all: [...SHARED, ...FIRST_ALONE], unknown: new Set(SECOND_ALONE) };
/** The members of NODE_PERMISSIONS_V2 (guide: setGroup_v2). */
export const PERMISSIONS_V2: PermissionNames = { all: [...SHARED, ...SECOND_ALONE], unknown: new Set(FIRST_ALONE) };
