// Draws the README's picture of the emulator's page: the default desk after a few calls, always the same ones.
import { fileURLToPath } from "node:url";
import { startEmulator, VirtualClock } from "../src/emulator/index.js";
import { RescueClient } from "../src/index.js";
import { chromiumPath, launchChromium } from "./chromium.js";

const target = process.argv[2] ?? fileURLToPath(new URL("../../docs/emulator-page.png", import.meta.url));

const path = chromiumPath();
if (path === undefined) throw new Error("Chromium is not installed: install it, or name it with CHROMIUM_PATH");

await using emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 5, 9, 41, 7)) });
const { endpoint, clock } = emulator;
await using rescue = new RescueClient({
  endpoint,
  credentials: { email: "some@email.com", password: "secretPassword" },
});
await rescue.login();
clock.advance(2_000);
await rescue.closeSession(12345678);
clock.advance(3_000);
await rescue.closeSession(20000001);
clock.advance(1_000);
await rescue.closeSession(90000003).catch(() => undefined);
emulator.desk.newSession({ customFields: ["Front Desk"], channel: 401 });
emulator.faults.add({ operation: "closeSession", phase: "after", kind: "reset", nth: 2 });

const browser = await launchChromium(path);
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  await page.goto(new URL("/", endpoint).href);
  await page.locator("#live", { hasText: "live" }).waitFor();
  await page.screenshot({ path: target, fullPage: true });
} finally {
  await browser.close();
}
console.log(target);
