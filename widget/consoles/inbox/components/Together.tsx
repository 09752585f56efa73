import { useDesk } from "./desk";

/** What can be done with several at once; and for ten seconds, taken back. */
export function Together() {
  const { inbox, desk, store, t, w } = useDesk();
  const { chosen, ended } = inbox;
  if (chosen.value.size === 0 && ended.value.length === 0) return null;
  return (
    <div class="together">
      {ended.value.length > 0 && (
        <>
          <span role="status">{w.ended(ended.value.length)}</span>
          <button type="button" class="undo quiet" aria-label={w.undoEnded} onClick={() => void desk.undoEnd()}>
            {t.undo}
            <span class="undo-time" aria-hidden="true" />
          </button>
        </>
      )}
      {chosen.value.size > 0 && (
        <>
          <span>{w.chosen(chosen.value.size)}</span>
          <button type="button" class="quiet" disabled={store.busy.value.has("inbox end")} onClick={() => void desk.end()}>
            {w.endChosen}
          </button>
          <button type="button" class="text-button" onClick={() => (chosen.value = new Set())}>
            {w.unchoose}
          </button>
        </>
      )}
    </div>
  );
}
