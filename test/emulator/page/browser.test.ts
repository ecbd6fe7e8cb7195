import { expect } from "chai";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromiumPath, launchChromium } from "../../../scripts/chromium.js";
import { type EmulatorOptions, VirtualClock } from "../../../src/emulator/index.js";
import { describeWith } from "../../describe-with.js";
import { type Emulator, startEmulator } from "../../reference/service.js";
import { AUTH_CODE, call, closing, exchange, logIn } from "../wire.js";
import { HOSTILE, hostileSeed } from "./hostile-seed.js";

const LACKING = "Chromium is not in PATH (Debian: apt-get install chromium), nor named by CHROMIUM_PATH";

describeWith(chromiumPath(), "the emulator's page in Chromium", LACKING, (path) => {
  let browser: Browser | undefined;
  let emulator: Emulator;
  /** What a page must never cause: dialogs, errors, refusals by its own policy. */
  let trouble: string[];

  before(async () => {
    browser = await launchChromium(path);
  });
  after(() => browser?.close());
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    await emulator?.close();
  });

  async function open(options: EmulatorOptions = {}, how: BrowserContextOptions = {}): Promise<Page> {
    if (!browser) throw new Error("the browser has not started");
    emulator = await startEmulator({ clock: new VirtualClock(Date.UTC(2026, 0, 5, 9, 41, 7)), ...options });
    trouble = [];
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...how });
    const page = await context.newPage();
    page.on("dialog", (dialog) => {
      trouble.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
    page.on("console", (message) => trouble.push(`console: ${message.text()}`));
    await page.goto(new URL("/", emulator.endpoint).href);
    if (how.javaScriptEnabled !== false) await page.locator("#live", { hasText: "live" }).waitFor();
    return page;
  }

  const close = (id: number) => call(emulator.endpoint, "closeSession", closing(id, AUTH_CODE));
  const focused = (page: Page) => page.evaluate("document.activeElement.textContent");
  const shows = (page: Page, id: string, text: string | RegExp) => page.locator(`#${id}`, { hasText: text }).waitFor();

  it("shows a SOAP call when it arrives, without a reload", async () => {
    const page = await open();
    await page.evaluate("window.loadedOnce = true");
    await logIn(emulator.endpoint);
    await shows(page, "logins", "some@email.com");
    await close(12345678);
    await page.locator('#exchanges [data-key="2"]', { hasText: "closeSessionRet_OK" }).waitFor();
    await page.locator('#sessions [data-key="12345678"]', { hasText: "CLOSEDBYTECHNICIAN" }).waitFor();
    emulator.desk.newSession({ customFields: ["Eve"] });
    await shows(page, "sessions", "Eve");
    expect(await page.evaluate("window.loadedOnce")).to.equal(true);
    expect(trouble).to.deep.equal([]);
  });

  it("keeps focus, open details, half-filled fields and scroll positions", async () => {
    const page = await open();
    await close(1);
    await page.locator('#exchanges [data-key="1"] summary').click();
    await page.getByText("Add a fault").first().click();
    await page.getByLabel("On call").fill("7");
    await page.getByLabel("Customer").fill("half a na");
    await page.evaluate("document.querySelector('#sessions .scroll').scrollTop = 120");
    emulator.desk.newSession({ customFields: ["Eve"] });
    await close(2);
    await page.locator('#exchanges [data-key="2"]').waitFor();
    await shows(page, "sessions", "Eve");
    expect(await page.locator('#exchanges [data-key="1"] pre').first().isVisible()).to.equal(true);
    expect(await page.locator('#exchanges [data-key="2"] pre').first().isVisible()).to.equal(false);
    expect(await page.getByLabel("On call").inputValue()).to.equal("7");
    expect(await page.getByLabel("Customer").inputValue()).to.equal("half a na");
    expect(await page.evaluate("document.activeElement.name")).to.equal("customer");
    expect(await page.evaluate("document.querySelector('#sessions .scroll').scrollTop")).to.be.above(0);
    expect(trouble).to.deep.equal([]);
  });

  it("can be used by mouse", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Close session 20000001", exact: true }).click();
    await shows(page, "notice", "Session 20000001 is closed.");
    await page.locator('#sessions [data-key="20000001"]', { hasText: "CLOSEDBYTECHNICIAN" }).waitFor();

    await page.getByLabel("Customer").fill("Eve");
    await page.getByLabel("Channel").selectOption("401");
    await page.getByRole("button", { name: "New session" }).click();
    await shows(page, "notice", "has come in");
    await shows(page, "sessions", "Eve");

    const console203 = page.locator('#consoles [data-key="203"]');
    await console203.getByRole("button", { name: "Turn on" }).click();
    await console203.getByRole("button", { name: "Turn off" }).waitFor();

    await page.getByRole("button", { name: "+20 minutes" }).click();
    await shows(page, "clock", "10:01:07");
    await page.getByLabel("Minutes").fill("2.5");
    await page.getByRole("button", { name: "Advance" }).click();
    await shows(page, "clock", "10:03:37");

    await page.getByText("Add a fault").first().click();
    await page.getByLabel("Operation").selectOption("closeSession");
    await page.getByLabel("Kind").selectOption("garbage");
    await page.getByLabel("On call").fill("2");
    await page.getByRole("button", { name: "Add a fault" }).click();
    await shows(page, "faults", /closeSession\s+garbage before/);
    await page.getByRole("button", { name: "Clear the faults" }).click();
    await shows(page, "faults", "No fault is planned.");

    await page.getByRole("button", { name: "Reset the desk" }).click();
    await shows(page, "notice", "The desk is as it was");
    await page.locator('#sessions [data-key="20000001"]', { hasText: "PICKEDUP" }).waitFor();
    expect(trouble).to.deep.equal([]);
  });

  it("can be used by keyboard alone, and shows where the focus is", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await focused(page)).to.equal("Skip to the sessions");
    expect((await page.locator(".skip").boundingBox())?.y).to.be.at.least(0);
    await page.keyboard.press("Tab");
    expect(await focused(page)).to.equal("Reset the desk");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).to.equal("solid");

    const tabTo = async (text: string) => {
      for (let presses = 0; presses < 200; presses += 1) {
        if ((await focused(page)) === text) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`the keyboard does not reach ${text}`);
    };
    await tabTo("Close session 90000003");
    await page.keyboard.press("Enter");
    await page.locator('#sessions [data-key="90000003"]', { hasText: "CLOSEDBYTECHNICIAN" }).waitFor();
    // The button is gone: its row has the focus, and not another button, which a second Enter would press.
    await page.locator('[data-key="90000003"]:focus').waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    await tabTo("New session");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("Eve");
    await page.keyboard.press("Enter");
    await shows(page, "sessions", "Eve");
    expect(await page.evaluate("document.activeElement.name")).to.equal("customer");
    await tabTo("+1 minute");
    await page.keyboard.press("Space");
    await shows(page, "clock", "09:42:07");
    expect(await focused(page)).to.equal("+1 minute");
    await tabTo("Turn on the console of Third Technician");
    await page.keyboard.press("Enter");
    await tabTo("Turn off the console of Third Technician");
    await tabTo("Add a fault");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("login");
    await page.keyboard.press("Tab");
    await page.keyboard.type("gar");
    await tabTo("Add a fault");
    await page.keyboard.press("Enter");
    await shows(page, "faults", /login\s+garbage before/);
    const closed = emulator.export().sessions.filter(({ status }) => status === "CLOSEDBYTECHNICIAN").length;
    emulator.reset();
    expect(closed - emulator.export().sessions.filter(({ status }) => status === "CLOSEDBYTECHNICIAN").length).to.equal(
      1,
    );
    expect(trouble).to.deep.equal([]);
  });

  it("shows hostile texts as texts", async () => {
    const page = await open({ seed: hostileSeed });
    await exchange(emulator.endpoint, {
      headers: { "Content-Type": "text/xml", SOAPAction: '"<script>alert(8)</script>"' },
      body: `<x onload="alert(9)"><script>alert(10)</script></x>`,
    });
    for (const text of HOSTILE) emulator.desk.newSession({ customFields: [text] });
    await page.locator('#exchanges [data-key="1"] summary').click();
    await shows(page, "exchanges", "<script>alert(");
    await shows(page, "sessions", "1012");
    for (const text of HOSTILE) await page.getByText(text.slice(0, 24)).first().waitFor();
    await page.locator("#sessions bdi", { hasText: "alert(2)" }).first().hover();
    await page.locator("#sessions bdi", { hasText: "alert(3)" }).first().hover();
    expect(await page.locator("script").count()).to.equal(1);
    expect(await page.locator("main :is(img, svg, a:not(.chip), textarea)").count()).to.equal(0);
    expect(trouble).to.deep.equal([]);
  });

  it("would run nothing even if an escape were forgotten", async () => {
    const page = await open();
    await page.evaluate("document.getElementById('notice').innerHTML = '<img src=/none onerror=alert(1)>'");
    // Not waitForFunction: when it has to look twice it evaluates text, which the page's own policy refuses.
    await page.evaluate(
      "new Promise((done) => { const image = document.querySelector('#notice img');" +
        " if (image.complete) done(); else for (const end of ['load', 'error']) image.addEventListener(end, done); })",
    );
    expect(trouble.filter((text) => text.startsWith("dialog"))).to.deep.equal([]);
    expect(trouble.join("\n")).to.match(/Content Security Policy/);
  });

  it("works without a script", async () => {
    const page = await open({}, { javaScriptEnabled: false });
    expect(await page.locator("#live").isVisible()).to.equal(false);
    await page.getByRole("button", { name: "Close session 20000001", exact: true }).click();
    await shows(page, "notice", "Session 20000001 is closed.");
    await page.locator('#sessions [data-key="20000001"]', { hasText: "CLOSEDBYTECHNICIAN" }).waitFor();
    await page.getByLabel("Customer").fill("Eve");
    await page.getByRole("button", { name: "New session" }).click();
    await shows(page, "sessions", "Eve");
    await page.getByRole("link", { name: /^ONHOLD/ }).click();
    await page.getByRole("button", { name: "+1 minute" }).click();
    await shows(page, "clock", "09:42:07");
    expect(page.url()).to.match(/\/\?status=ONHOLD&notice=\d+$/);
    expect(await page.locator("#sessions tbody .chip").allTextContents()).to.satisfy((all: string[]) =>
      all.every((text) => text === "ONHOLD"),
    );
    expect(trouble).to.deep.equal([]);
  });

  it("reports that the emulator is gone, and continues with the next one on the same port", async () => {
    const page = await open();
    const { port } = new URL(emulator.endpoint);
    await emulator.close();
    await shows(page, "live", "connection lost");
    emulator = await startEmulator({ port: Number(port) });
    await page.locator("#live", { hasText: /^live$/ }).waitFor();
    await page.getByRole("button", { name: "Close session 20000001", exact: true }).click();
    await shows(page, "notice", "Session 20000001 is closed.");
  });

  for (const [width, height] of [
    [390, 844],
    [1280, 800],
  ] as const) {
    it(`fits a screen of ${width} pixels, and ends where its content ends`, async () => {
      const page = await open({}, { viewport: { width, height } });
      await close(12345678);
      await page.locator('#exchanges [data-key="1"]').waitFor();
      await page.getByText("Add a fault").first().click();
      const numbers = (script: string) => page.evaluate(script) as Promise<readonly number[]>;
      const [scrolled = 0, inner = 0, tall = 0, end = 0] = await numbers(
        "[document.documentElement.scrollWidth, innerWidth, document.documentElement.scrollHeight," +
          " document.querySelector('main').getBoundingClientRect().bottom + scrollY]",
      );
      expect(scrolled).to.be.at.most(inner);
      expect(tall).to.be.within(height, Math.max(height, Math.ceil(end) + 1));
      // Nothing is cut off at the right either: not in the list, not among the calls.
      const [cut] = await numbers(
        "[[...document.querySelectorAll('main .scroll, main .exchanges, main section')]" +
          ".filter((element) => element.scrollWidth > element.clientWidth).length]",
      );
      expect(cut).to.equal(0);
    });

    it(`shows every session in the list on a screen of ${width} pixels, the last one too`, async () => {
      const page = await open({}, { viewport: { width, height } });
      const rows = page.locator("#sessions tbody tr");
      expect(await rows.count()).to.equal(emulator.export().sessions.length);
      await rows.last().scrollIntoViewIfNeeded();
      const list = await page.locator("#sessions .scroll").boundingBox();
      const last = await rows.last().boundingBox();
      if (!list || !last) throw new Error("the list is not shown");
      expect(last.y).to.be.within(list.y, list.y + list.height);
      expect(list.height / last.height).to.be.above(4);
    });
  }

  it("marks a refused call as refused, though its status is 200", async () => {
    const page = await open();
    await close(12345678);
    await close(90000003);
    const markOf = (number: number) => page.locator(`#exchanges [data-key="${number}"] .mark .chip`);
    await markOf(2).waitFor();
    const colours: string[] = [];
    for (const [number, text] of [
      [1, "OK"],
      [2, "refused"],
    ] as const) {
      expect(await markOf(number).allTextContents()).to.deep.equal([text]);
      const mark = `#exchanges [data-key='${number}'] .mark .chip`;
      colours.push(String(await page.evaluate(`getComputedStyle(document.querySelector("${mark}")).backgroundColor`)));
    }
    expect(colours[0]).not.to.equal(colours[1]);
    expect(trouble).to.deep.equal([]);
  });

  it("leads from page to page of a long list, which stays live", async () => {
    const sessions = Array.from({ length: 130 }, (_, index) => ({ id: index + 1, status: "WAITING" as const }));
    const page = await open({ seed: { users: [], sessions } });
    const seen = await page.locator("#sessions tbody th").allTextContents();
    await page.getByRole("link", { name: "Next" }).click();
    await page.locator("#live", { hasText: "live" }).waitFor();
    seen.push(...(await page.locator("#sessions tbody th").allTextContents()));
    expect(new Set(seen).size).to.equal(130);
    const id = Number(seen.at(-1));
    await page.getByRole("button", { name: `Close session ${id}`, exact: true }).click();
    await page.locator(`#sessions [data-key="${id}"]`, { hasText: "CLOSEDBYTECHNICIAN" }).waitFor();
    await shows(page, "sessions", "101 to 130 of 130.");
    expect(trouble).to.deep.equal([]);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`is ${colorScheme} where the reader's machine is`, async () => {
      const page = await open({}, { colorScheme });
      const ground = String(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
      const brightness = (ground.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
      expect(brightness > 128).to.equal(colorScheme === "light");
      expect(trouble).to.deep.equal([]);
    });
  }
});
