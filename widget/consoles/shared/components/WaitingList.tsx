import { Empty } from "./Empty";
import { useSession } from "./session";
import { WaitingItem } from "./WaitingItem";

/** Questions anyone here may take. Held still while a pointer or the focus is in it. */
export function WaitingList() {
  const { store, t } = useSession();
  const lines = store.waiting.lines.value;
  const { hold } = store.waiting;
  return (
    <section class="waiting" aria-labelledby="waiting-title">
      <h2 id="waiting-title">
        {t.waiting} {lines && lines.length > 0 && <span class="count">{lines.length}</span>}
      </h2>
      {lines && lines.length === 0 && <Empty title={t.waitingNone} hint={t.waitingNoneHint} />}
      {lines && lines.length > 0 && (
        <ul
          class="waiting-list"
          aria-labelledby="waiting-title"
          onPointerEnter={() => hold(true)}
          onPointerLeave={(event) => hold(event.currentTarget.contains(document.activeElement))}
          onFocusCapture={() => hold(true)}
          onBlurCapture={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && hold(false)}
        >
          {lines.map((line) => (
            <WaitingItem key={line.question.threadId} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}
