import type { EmulatorSeed } from "../../../src/emulator/index.js";

/** Texts that would do something on a page that forgot to escape them. Each says `alert(`, which no browser may run. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(2)>',
  "' onmouseover=alert(3) x='",
  "</bdi></td></table><svg onload=alert(4)>",
  "<!--<a href=javascript:alert(5)>",
  "\u202e{{alert(6)}}</textarea></title>\u2028",
];

const hostile = (index: number) => HOSTILE[index % HOSTILE.length] ?? "";

/** A desk where everything that has a name has a hostile one. */
export const hostileSeed: EmulatorSeed = {
  account: { organization: hostile(0) },
  groups: [{ id: 301, name: hostile(1), type: "TechnicianGroup" }],
  users: HOSTILE.map((text, index) => ({
    email: `user${index}@email.com`,
    password: `planted-password-${index}`,
    name: text,
    nick: text,
    description: text,
    roles: { technician: 201 + index, administrator: 501 + index },
    group: 301,
    console: "Online" as const,
    authCode: `planted-code-${index}`,
    about: text,
  })),
  channels: HOSTILE.map((text, index) => ({ id: 401 + index, name: text, description: text })),
  sessions: HOSTILE.map((text, index) => ({
    id: 1001 + index,
    status: "PICKEDUP" as const,
    technician: 201 + index,
    channel: 401 + index,
    customFields: HOSTILE.slice(0, 6).map((_, field) => hostile(index + field)),
    tracking0: text,
    note: text,
    chat: [{ ago: 1, from: text, text }],
  })),
};
