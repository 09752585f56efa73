import { unread } from "../store/read";
import type { State } from "../store/state";

/** Beside the launcher, not in it, so that the launcher keeps its name; always there, so that a change is announced. */
export function Badge({ state }: { state: State }) {
  const count = state.open ? 0 : unread(state);
  return (
    <span class="badge" role="status" hidden={!count}>
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{count > 0 && state.texts.unread(count)}</span>
    </span>
  );
}
