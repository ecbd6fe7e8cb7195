import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { chromiumPath, launchChromium } from "../../../scripts/chromium.js";
import { type ClosedRun, closePage } from "../../../src/cli/close/close-page.js";
import { CloseTally } from "../../../src/cli/close/close-tally.js";
import { describeWith } from "../../describe-with.js";
import { closed, inDoubt, refused } from "./close-results.js";

const HOSTILE = `<script>alert(1)</script><img src=x onerror="alert(2)">'"&\u202e\u001b[31m`;
const STARTED = new Date(Date.UTC(2026, 10, 30, 22, 5, 9));

function runOf(count: number, more: Partial<ClosedRun> = {}): ClosedRun {
  const tally = new CloseTally();
  for (let id = 1; id <= count; id += 1) {
    const at = id * 40;
    if (id % 50 === 0) tally.add(refused(id, HOSTILE), at);
    else if (id % 70 === 0) tally.add(inDoubt(id, `${HOSTILE} ${"long".repeat(90)}`), at);
    else tally.add(closed(id), at);
  }
  tally.wait("outage", 10_000, 14_000);
  return { tally, ended: undefined, total: count + 5, started: STARTED, lasted: count * 40, ...more };
}

describe("the page about a run", () => {
  it("holds no more for a million sessions than for a few thousand, and says what it leaves out", () => {
    const tally = new CloseTally();
    for (let id = 1; id <= 200_000; id += 1) tally.add(id % 2 === 0 ? refused(id) : closed(id), id * 40);
    const page = closePage({ tally, ended: undefined, total: 200_000, started: STARTED, lasted: 8_000_000 });
    expect(page.length).to.be.below(600_000);
    expect(page).to.contain("The first 5,000 of 100,000.").and.to.contain("The first 100 of 100,000.");
    expect(page.match(/<rect/g)?.length).to.be.within(100, 240);
  });

  it("holds foreign text as text", () => {
    const page = closePage(runOf(200, { ended: { reason: "outage", message: HOSTILE } }));
    expect(page).not.to.match(/<script|<img/);
    expect(page).not.to.contain("\u202e").and.not.to.contain("\u001b");
    expect(page).to.contain("&lt;script&gt;alert(1)&lt;/script&gt;").and.to.contain("\\u{202e}\\u{1b}[31m");
  });

  it("names no other file and no other place", () => {
    expect(closePage({ ...runOf(200), tally: runOf(49).tally })).not.to.match(
      / (?:src|href)=|url\(|@import|https?:\/\//,
    );
  });
});

describeWith(
  chromiumPath(),
  "the page about a run in Chromium",
  "Chromium is not in PATH, nor named by CHROMIUM_PATH",
  (path) => {
    let browser: Browser | undefined;
    let folder: string;
    let trouble: string[];
    before(async () => {
      browser = await launchChromium(path);
      folder = await mkdtemp(join(tmpdir(), "close-page-"));
      await writeFile(
        join(folder, "page.html"),
        closePage(runOf(1000, { ended: { reason: "outage", message: HOSTILE } })),
      );
    });
    after(async () => {
      await browser?.close();
      await rm(folder, { recursive: true });
    });
    afterEach(async () => {
      await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
    });

    async function open(width: number, colorScheme: "light" | "dark"): Promise<Page> {
      if (!browser) throw new Error("the browser has not started");
      trouble = [];
      const context = await browser.newContext({
        viewport: { width, height: 800 },
        colorScheme,
        javaScriptEnabled: true,
      });
      const page = await context.newPage();
      page.on("dialog", (dialog) => void dialog.dismiss().then(() => trouble.push(dialog.message())));
      page.on("console", (message) => trouble.push(message.text()));
      page.on("request", (request) => {
        if (!request.url().endsWith("/page.html")) trouble.push(request.url());
      });
      await page.goto(pathToFileURL(join(folder, "page.html")).href);
      return page;
    }

    for (const width of [390, 1280]) {
      for (const colorScheme of ["light", "dark"] as const) {
        it(`fits ${width} pixels, is ${colorScheme}, and shows the counts and the chart`, async () => {
          const page = await open(width, colorScheme);
          const scrolled = Number(await page.evaluate("document.documentElement.scrollWidth"));
          expect(scrolled).to.be.at.most(width);
          const ground = String(await page.evaluate("getComputedStyle(document.body).backgroundColor"));
          const brightness = (ground.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
          expect(brightness > 128).to.equal(colorScheme === "light");
          expect(await page.locator("h1").textContent()).to.equal("968 of 1,005 sessions closed");
          expect(await page.locator(".tiles b").allTextContents()).to.deep.equal(["968", "20", "12", "5"]);
          const chart = await page.locator("svg").boundingBox();
          expect(chart?.width).to.be.within(300, width);
          expect(chart?.height).to.be.above(150);
          const fills = (await page.evaluate(
            "['closed', 'refused', 'unknown', 'waited'].map((name) => getComputedStyle(document.querySelector('rect.' + name)).fill)",
          )) as readonly string[];
          expect(new Set(fills).size).to.equal(4);
          const bars = await page.locator("rect.closed").first().boundingBox();
          expect(bars?.height).to.be.above(20);
          // Labels that are shown do not overlap.
          const labels = (await page.evaluate(
            "[...document.querySelectorAll('svg text[y=\"230\"]')].map((text) => text.getBoundingClientRect())" +
              ".filter(({ width }) => width > 0).map(({ left, right }) => [left, right])",
          )) as readonly (readonly [number, number])[];
          expect(labels.length).to.be.at.least(3);
          for (const [index, [left]] of labels.entries())
            if (index > 0) expect(left).to.be.above(labels[index - 1]?.[1] ?? 0);
          expect(trouble).to.deep.equal([]);
        });
      }
    }

    it("can be selected and copied, each id once", async () => {
      const page = await open(1280, "light");
      const text = String(
        await page.evaluate("(getSelection().selectAllChildren(document.body), getSelection().toString())"),
      );
      for (const id of [70, 140, 50, 100, 1000])
        expect(text.match(new RegExp(`^${id}\\b`, "gm")), String(id)).to.have.length(1);
      expect(text).to.contain("<script>alert(1)</script>");
      expect(trouble).to.deep.equal([]);
    });

    it("would run nothing even if an escape were forgotten", async () => {
      const page = await open(1280, "light");
      await page.evaluate("document.querySelector('h1').innerHTML = '<img src=/none onerror=alert(1)>'");
      await page
        .evaluate(
          "new Promise((done) => { const image = document.querySelector('h1 img'); image.complete ? done() : image.onerror = done; })",
        )
        .catch(() => {});
      expect(trouble.join("\n")).to.match(/Content Security Policy/);
      expect(trouble).not.to.include("1");
    });
  },
);
