import { useSession } from "./session";

export function AvailableSwitch() {
  const { store, actions, t } = useSession();
  const status = store.status.value;
  const on = status?.available ?? false;
  return (
    <div class="available">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-describedby="available-now"
        disabled={!status}
        onClick={() => void actions.setAvailable(!on)}
      >
        <span class="switch-track" aria-hidden="true" />
        {t.available}
      </button>
      <small id="available-now">
        {status && (
          <>
            <span class="available-word">{on ? t.availableOn : t.availableOff} · </span>
            {t.seats(status.busy, status.seats)}
          </>
        )}
      </small>
    </div>
  );
}
