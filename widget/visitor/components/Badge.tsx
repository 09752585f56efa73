import { unread } from "../store/read";
import type { State } from "../store/state";

/** Rendered into the launcher, whose own name stays what it is. */
export function Badge({ state }: { state: State }) {
  const count = unread(state);
  if (!count || state.open) return null;
  return (
    <span class="badge" id="unread" role="status" aria-label={state.texts.unread(count)}>
      {count}
    </span>
  );
}
