// Loaded before a process: its clock is up to a day before or behind, another time at each look.
const RealDate = Date;
const DAY = 86_400_000;

const jumped = () => RealDate.now() + Math.round((Math.random() * 2 - 1) * DAY);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: readonly unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [jumped()] : given) as Date,
  get: (target, name) => (name === "now" ? jumped : Reflect.get(target, name)),
});
