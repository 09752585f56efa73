import { formatOf } from "../../../ui/formats";
import { InboxViews, type InboxView } from "../../../wire/contracts";
import { useDesk } from "./desk";

const COUNTED_TO = 1_000;

/** Which threads are shown. */
export function Views() {
  const { inbox, store, w } = useDesk();
  const head = inbox.head.value;
  const counts: Partial<Record<InboxView, number>> = head ? { unassigned: head.unassigned, mine: head.mine, snoozed: head.snoozed } : {};
  const number = formatOf(Intl.NumberFormat, store.preferences.language.value);
  return (
    <nav class="views" aria-label={w.views}>
      {InboxViews.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={inbox.view.value === view ? "true" : undefined}
          onClick={() => inbox.turnTo(view)}
        >
          {w.view[view]}
          {(counts[view] ?? 0) > 0 && <span class="count">{counts[view]! >= COUNTED_TO ? `${number.format(COUNTED_TO)}+` : number.format(counts[view]!)}</span>}
        </button>
      ))}
    </nav>
  );
}
