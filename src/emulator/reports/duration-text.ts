/** A number of seconds as reports print it, `H:MM:SS`, hours beyond 24 included (form as published clients read it). */
export function durationText(seconds: number | undefined): string {
  const whole = Math.max(0, Math.round(seconds ?? 0));
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
