// Times as people say them.

import { formatOf } from "../../ui/formats";

const DAY = 86_400_000;

/** "14:05" today, else with the day: "yesterday, 14:05", "3 March, 14:05". */
export function saidTime(at: number, language: string, now = Date.now()): string {
  const time = formatOf(Intl.DateTimeFormat, language, { hour: "numeric", minute: "2-digit" }).format(at);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days == 0) return time;
  const day =
    days == 1
      ? formatOf(Intl.RelativeTimeFormat, language, { numeric: "auto" }).format(-1, "day")
      : formatOf(Intl.DateTimeFormat, language, { day: "numeric", month: "long" }).format(at);
  return `${day}, ${time}`;
}

/** Of a moment to come, the day and the time apart: `says` has the words around them, and for a date more than a week ahead. */
export function saidAhead(at: number, language: string, says: (day: string, time: string, isDate: boolean) => string, now = Date.now()): string {
  const minute = new Date(at).getMinutes() ? "2-digit" : undefined;
  // "8 h" stays on one line.
  const time = formatOf(Intl.DateTimeFormat, language, { hour: "numeric", minute }).format(at).replace(/^0/, "").replace(/\s/g, "\u00a0");
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  const day =
    days < 2
      ? formatOf(Intl.RelativeTimeFormat, language, { numeric: "auto" }).format(days, "day")
      : formatOf(Intl.DateTimeFormat, language, days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" }).format(at);
  return says(day, time, days > 6);
}

export const exactTime = (at: number, language: string) =>
  formatOf(Intl.DateTimeFormat, language, { dateStyle: "full", timeStyle: "medium" }).format(at);

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
