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
    about: "the rules with their counters, the schedule, the latency and all kinds of faults",
    run: ({ faults }) => ({ ...planned(faults), kinds: FAULT_KINDS }),
  },
  {
    method: "POST",
    path: "/faults",
    about: "{ operation, phase, kind, key?, caller?, … }: plays a fault on later calls, like faults.add",
    run({ faults, changed }, { body }) {
      faults.add(body as FaultRule);
      changed();
      return planned(faults);
    },
  },
  {
    method: "DELETE",
    path: "/faults",
    about: "removes the rules, the schedule and the latency",
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
    about: "{ seed, rate, kinds?, operations?, phases? }: random faults, reproducible for the same seed",
    run({ faults, changed }, { body }) {
      faults.schedule(body as FaultSchedule);
      changed();
      return planned(faults);
    },
  },
  {
    method: "PUT",
    path: "/faults/latency",
    about: "{ ms } or { min, max }: delays every call by so many milliseconds",
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
