import { undoHand } from "../services/handing";
import { useDesk } from "./desk";

/** What was given to somebody a moment ago; for ten seconds it can be taken back. */
export function Given() {
  const { inbox, desk, store, t, w } = useDesk();
  const one = inbox.given.value;
  if (!one) return null;
  const undoing = store.busy.value.has(undoHand(one.threadId));
  return (
    <div class="together">
      <span role="status">{one.said}</span>
      <button key={one.at} type="button" class="undo quiet" aria-label={undoing ? undefined : w.undoGiven} aria-disabled={undoing} onClick={() => void desk.undo()}>
        {undoing ? t.undoing : t.undo}
        {!undoing && <span class="undo-time" aria-hidden="true" />}
      </button>
    </div>
  );
}
