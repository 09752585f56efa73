import { nameOf } from "../store/names";
import type { HelpCall } from "../store/helpCalls";
import { Ring } from "./Ring";
import { useSession } from "./session";

/** Whoever asks us in knocks above everything, on every page and at every width; it takes no seat. */
export function HelpCalls() {
  const { store, t } = useSession();
  const calls = store.helpCalls.all.value;
  if (calls.length === 0) return null;
  return (
    <section class="help-calls" aria-label={t.helpCalls}>
      <ul>
        {calls.map((call) => (
          <Called key={call.view.callId} call={call} />
        ))}
      </ul>
    </section>
  );
}

function Called({ call: { view, endsAt } }: { call: HelpCall }) {
  const { store, calls, t } = useSession();
  const id = `call-${view.callId}`;
  const busy = store.busy.value.has(view.callId);
  return (
    <li class="help-call">
      <Ring offer={{ endsAt, lastsMs: Math.max(1, view.deadline - view.calledAt) }} />
      <div class="help-call-words">
        <strong>{t.calledBy(view.asker.name ?? t.somebody)}</strong>
        <p id={id} lang={view.language} dir="auto">
          {nameOf(view, t)} – {view.text}
        </p>
      </div>
      <div class="help-call-acts">
        <button type="button" class="primary" aria-describedby={id} disabled={busy} onClick={() => void calls.come(view.callId, view.threadId)}>
          {t.joinTalk}
        </button>
        <button type="button" class="quiet" aria-describedby={id} disabled={busy} onClick={() => void calls.stayAway(view.callId)}>
          {t.notNow}
        </button>
      </div>
    </li>
  );
}
