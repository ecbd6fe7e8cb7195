import { html } from "../http/html.js";
import { actionForm } from "./action-form.js";
import { field } from "./field.js";
import type { Section } from "./page-parts.js";
import { shownDate, shownTime } from "./shown-time.js";

/** The emulator's time, and the buttons that advance it. */
export const clockSection: Section = {
  id: "clock",
  title: "Clock",
  ticks: true,
  render(view) {
    const now = view.parts.clock.now();
    const steps = html`<button name="minutes" value="1">+1 minute</button><button name="minutes" value="20">+20 minutes</button>`;
    const minutes = html`<input id="clock-minutes" name="minutes" type="number" min="0" max="525600" step="any" value="60" required>`;
    const custom = html`${field("clock-minutes", "Minutes", minutes)}<button>Advance</button>`;
    return html`<p class="clock">${shownTime(now)} <span class="quiet">${shownDate(now)} UTC</span></p>
<div class="bar">${actionForm(view, "advance", steps)}${actionForm(view, "advance", custom)}</div>`;
  },
};
