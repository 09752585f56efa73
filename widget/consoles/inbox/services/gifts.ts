import type { InboxRow } from "../../../wire/contracts";
import type { Alerts } from "../../shared/services/alerts";
import type { Store } from "../../shared/store";
import { isGivenTo } from "../../shared/store/standing";
import { noFilter } from "../store/views";
import { fetchList } from "./api";

const MOST = 200;

/** Which parked questions are ours by a gift, row by row: one that was not ours a moment ago is news, however we hear of it. */
export function createGifts(store: Store, alerts: Pick<Alerts, "questionGiven">) {
  /** Null until it is known what was ours before we came. */
  let ours: Set<string> | null = null;
  let counted = 0;
  /** Those we give to ourselves: no news. */
  const expected = new Set<string>();
  const isOurs = (row: InboxRow) => isGivenTo(row, store.me.peek()?.id);

  function seen(row: InboxRow) {
    if (!ours) return;
    if (!isOurs(row)) return void ours.delete(row.threadId);
    if (ours.has(row.threadId)) return;
    // What is put aside came before: giving wakes.
    if (row.snoozedUntil !== null) return void ours.add(row.threadId);
    ours.add(row.threadId);
    if (!expected.delete(row.threadId)) alerts.questionGiven(row);
  }

  return {
    seen,
    /** How many the server counts: where there are more than before, one may have come that no row told of. */
    async count(now: number) {
      if (!store.me.peek() || (ours && now <= counted)) return void (counted = now);
      const rows = now > 0 ? (await fetchList("mine", noFilter, null, MOST)).rows : [];
      counted = now;
      if (ours) rows.forEach(seen);
      else ours = new Set(rows.filter(isOurs).map((row) => row.threadId));
    },
    expects: (id: string, on = true) => void (on ? expected.add(id) : expected.delete(id)),
  };
}
