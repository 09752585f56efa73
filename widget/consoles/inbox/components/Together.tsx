import { END, UNDO } from "../services/together";
import { canEnd } from "../store/list";
import { useDesk } from "./desk";

/** What can be done with several at once; and for ten seconds, taken back. */
export function Together() {
  const { inbox, together, store, t, w } = useDesk();
  const { picked, ended, ending, list } = inbox;
  const chosen = picked.value.length;
  if (chosen === 0 && ended.value.length === 0) return null;
  const [busy, undoing] = [store.busy.value.has(END), store.busy.value.has(UNDO)];
  return (
    <div class="together">
      {ended.value.length > 0 && (
        <>
          <span role="status">{w.ended(ended.value.length)}</span>
          <button type="button" class="undo quiet" aria-label={undoing ? undefined : w.undoEnded} aria-disabled={undoing} onClick={() => void together.undoEnd()}>
            {undoing ? t.undoing : t.undo}
            {!undoing && <span class="undo-time" aria-hidden="true" />}
          </button>
        </>
      )}
      {chosen > 0 && (
        <>
          <span role="status">{ending.value ? w.ending(ending.value.done, ending.value.of) : w.chosen(chosen)}</span>
          <button type="button" class="quiet" disabled={busy} onClick={() => void together.end()}>
            {w.endChosen}
          </button>
          {!busy && chosen < (list.lines.value ?? []).filter(canEnd).length && (
            <button type="button" class="text-button" onClick={together.chooseAll}>
              {w.chooseAll}
            </button>
          )}
          {!busy && (
            <button type="button" class="text-button" onClick={together.chooseNone}>
              {w.unchoose}
            </button>
          )}
        </>
      )}
    </div>
  );
}
