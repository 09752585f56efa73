import { formatOf } from "../../../ui/formats";
import { minuteNow } from "../store/clock";
import { useSession } from "./session";

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** A time as people say it; exact when pointed at. */
export function Ago({ at }: { at: number }) {
  const { store } = useSession();
  const language = store.preferences.language.value;
  const date = new Date(at);
  const age = Math.max(0, minuteNow.value - at);
  const [unit, length] = UNITS.find(([, ms]) => age >= ms) ?? ["second", Infinity];
  const words = formatOf(Intl.RelativeTimeFormat, language, { numeric: "auto", style: "short" }).format(-Math.floor(age / length), unit);
  return (
    <time dateTime={date.toISOString()} title={formatOf(Intl.DateTimeFormat, language, { dateStyle: "medium", timeStyle: "medium" }).format(date)}>
      {words}
    </time>
  );
}

/** The hour and minute of a message; with the day when it was not today. */
export function At({ at }: { at: number }) {
  const { store } = useSession();
  const language = store.preferences.language.value;
  const date = new Date(at);
  const today = date.toDateString() === new Date(minuteNow.value).toDateString();
  const format = formatOf(Intl.DateTimeFormat, language, today ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" });
  return (
    <time dateTime={date.toISOString()} title={formatOf(Intl.DateTimeFormat, language, { dateStyle: "medium", timeStyle: "medium" }).format(date)}>
      {format.format(date)}
    </time>
  );
}
