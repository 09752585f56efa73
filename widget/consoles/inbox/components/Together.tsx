import { useDesk } from "./desk";

/** What can be done with several at once; and for ten seconds, taken back. */
export function Together() {
  const { inbox, together, store, t, w } = useDesk();
  const { picked, ended, ending, list } = inbox;
  const chosen = picked.value.length;
  if (chosen === 0 && ended.value.length === 0) return null;
  const busy = store.busy.value.has("inbox end");
  return (
    <div class="together">
      {ended.value.length > 0 && (
        <>
          <span role="status">{w.ended(ended.value.length)}</span>
          <button type="button" class="undo quiet" aria-label={w.undoEnded} onClick={() => void together.undoEnd()}>
            {t.undo}
            <span class="undo-time" aria-hidden="true" />
          </button>
        </>
      )}
      {chosen > 0 && (
        <>
          <span role="status">{ending.value ? w.ending(ending.value.done, ending.value.of) : w.chosen(chosen)}</span>
          <button type="button" class="quiet" disabled={busy} onClick={() => void together.end()}>
            {w.endChosen}
          </button>
          {!busy && chosen < (list.lines.value ?? []).filter((line) => !line.gone).length && (
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
