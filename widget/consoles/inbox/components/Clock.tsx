import { useComputed } from "@preact/signals";
import { formatOf } from "../../../ui/formats";
import type { InboxRow } from "../../../wire/contracts";
import { useSession } from "../../shared/components/session";
import { minuteNow } from "../../shared/store/clock";
import { dueOf, heardOf } from "../store/clock";
import { useDesk } from "./desk";

const HOUR = 60, DAY = 24 * HOUR;

/** Until when somebody's word is due: in words, and in a colour before it is missed. */
export function Clock({ row }: { row: InboxRow }) {
  const { inbox, store, w } = useDesk();
  const chat = useComputed(() => store.chats.all.value.get(row.threadId)).value;
  const due = dueOf(heardOf(row, chat, inbox.targetMs.value), inbox.targetMs.value, minuteNow.value + inbox.ahead.value);
  if (!due) return null;
  const [amount, unit] = due.minutes >= 2 * DAY ? [Math.floor(due.minutes / DAY), "day"] : due.minutes >= 2 * HOUR ? [Math.floor(due.minutes / HOUR), "hour"] : [due.minutes, "minute"];
  const words = formatOf(Intl.NumberFormat, store.preferences.language.value, { style: "unit", unit, unitDisplay: unit === "day" ? "long" : "short" }).format(amount);
  return (
    <span class="clock" data-tone={due.tone}>
      {due.tone === "late" ? w.late(words) : w.due(words)}
    </span>
  );
}

const isToday = (at: number) => new Date(at).toDateString() === new Date(minuteNow.value).toDateString();

/** When a question that was put aside is back. */
export function Back({ at }: { at: number }) {
  const { w } = useDesk();
  return (
    <>
      {isToday(at) ? w.backAt : w.backOn} <When at={at} />
    </>
  );
}

/** A time to come. */
export function When({ at }: { at: number }) {
  const { store } = useSession();
  const language = store.preferences.language.value;
  const date = new Date(at);
  const today = isToday(at);
  return <time dateTime={date.toISOString()}>{formatOf(Intl.DateTimeFormat, language, today ? { timeStyle: "short" } : { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }).format(date)}</time>;
}
