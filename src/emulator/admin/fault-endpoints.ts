import type { FaultPlan, Latency } from "../faults/fault-plan.js";
import type { FaultRule } from "../faults/fault-rule.js";
import type { FaultSchedule } from "../faults/fault-schedule.js";
import { FAULT_KINDS } from "../http/spoil/fault-kind.js";
import type { Endpoint } from "./endpoint.js";
import { JsonFields } from "./json-fields.js";

/** `emulator.faults` over HTTP. */
export const faultEndpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/faults",
    about: "the rules and how far they have come, the schedule, the latency and the kinds there are",
    run: ({ faults }) => ({ ...planned(faults), kinds: FAULT_KINDS }),
  },
  {
    method: "POST",
    path: "/faults",
    about: "{ operation, phase, kind, key?, caller?, … }: plays a fault on coming calls, as faults.add does",
    run({ faults, changed }, { body }) {
      faults.add(body as FaultRule);
      changed();
      return planned(faults);
    },
  },
  {
    method: "DELETE",
    path: "/faults",
    about: "forgets the rules, the schedule and the latency",
    run({ faults, changed }, { body }) {
      JsonFields.none(body);
      faults.clear();
      changed();
      return planned(faults);
    },
  },
  {
    method: "PUT",
    path: "/faults/schedule",
    about: "{ seed, rate, kinds?, operations?, phases? }: random faults, the same again for the same seed",
    run({ faults, changed }, { body }) {
      faults.schedule(body as FaultSchedule);
      changed();
      return planned(faults);
    },
  },
  {
    method: "PUT",
    path: "/faults/latency",
    about: "{ ms } or { min, max }: every call takes so many milliseconds longer",
    run({ faults, changed }, { body }) {
      const fields = new JsonFields(body, ["ms", "min", "max"]);
      const latency: Latency = fields.has("ms")
        ? fields.number("ms")
        : { min: fields.number("min"), max: fields.number("max") };
      faults.latency(latency);
      changed();
      return planned(faults);
    },
  },
];

// JSON has no Infinity.
function planned(faults: FaultPlan): object {
  const rules = faults.list().map(({ rule, ...counts }) => ({
    rule: rule.times === Number.POSITIVE_INFINITY ? { ...rule, times: "always" } : rule,
    ...counts,
  }));
  return { rules, schedule: faults.scheduled ?? null, latency: faults.latencyRange };
}
