/** Times to come back at, on the reader's own clock. */
export function snoozesFrom(now: Date): { key: "hour" | "threeHours" | "tomorrow" | "monday"; at: Date }[] {
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
  return [
    { key: "hour", at: after(1) },
    { key: "threeHours", at: after(3) },
    { key: "tomorrow", at: morning(1) },
    { key: "monday", at: morning(((8 - now.getDay()) % 7) || 7) },
  ];
}

/** A time as a field of the browser's for local times writes it. */
export function localTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
