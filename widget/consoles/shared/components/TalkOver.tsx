import { useEffect, useRef } from "preact/hooks";
import type { Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { useSession } from "./session";
import { Undo } from "./Undo";

/** Below a talk that is no longer ours: what was typed stays within reach. */
export function TalkOver({ chat, ended }: { chat: Chat; ended: boolean }) {
  const { store, actions, t } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const kept = [...chat.outgoing.map((own) => own.text), store.drafts.get(chat.threadId)].filter(Boolean).join("\n");
  const copy = () => navigator.clipboard?.writeText(kept).then(() => store.notices.say(t.copied));

  // What had the focus is gone with the Message box; whoever works by keyboard goes on here.
  useEffect(() => {
    if (document.activeElement === document.body && store.view.current.peek() === chat.threadId) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} class="talk-over" tabIndex={-1}>
      <p role="status">
        {ended ? t.composerEnded : t.composerElsewhere} {kept && t.composerKept}
      </p>
      {kept && <textarea readOnly aria-label={t.keptText} value={kept} rows={3} />}
      <div class="row-end">
        {ended && <Undo id={chat.threadId} what={t.undoEnd(nameOf(chat, t))} />}
        {kept && (
          <button type="button" class="quiet" onClick={() => void copy()}>
            {t.copy}
          </button>
        )}
        <button type="button" class="primary" onClick={() => actions.dismiss(chat.threadId)}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
