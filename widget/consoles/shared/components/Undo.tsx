import { useSession } from "./session";

/** Takes an act back while it can be; what remains of the time is a line that grows shorter. */
export function Undo({ id, what }: { id: string; what: string }) {
  const { store, undoing, t } = useSession();
  const one = store.undo.of(id);
  if (!one) return null;
  return (
    <button type="button" class="undo quiet" aria-label={one.asked ? undefined : what} aria-disabled={one.asked} onClick={() => void undoing.undo(id)}>
      {one.asked ? t.undoing : t.undo}
      {!one.asked && <span class="undo-time" aria-hidden="true" />}
    </button>
  );
}
