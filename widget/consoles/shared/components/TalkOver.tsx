import { useEffect, useRef } from "preact/hooks";
import { unsentIn, type Chat } from "../store/chat";
import { nameOf } from "../store/names";
import { CopyText, KeptText } from "./KeptText";
import { useSession } from "./session";
import { Undo } from "./Undo";

/** Below a talk that is no longer ours: what was typed stays within reach. */
export function TalkOver({ chat, ended }: { chat: Chat; ended: boolean }) {
  const { store, actions, t } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const kept = unsentIn(chat, store.drafts.get(chat.threadId));

  // What had the focus is gone with the Message box; whoever works by keyboard goes on here, where nothing is kept to go on in.
  useEffect(() => {
    if (document.activeElement === document.body && store.view.current.peek() === chat.threadId) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} class="talk-over" tabIndex={-1}>
      <p role="status">
        {ended ? t.composerEnded : t.composerElsewhere} {kept && t.composerKept}
      </p>
      {kept && <KeptText text={kept} takesFocus={store.view.current.peek() === chat.threadId} />}
      <div class="row-end">
        {ended && <Undo id={chat.threadId} what={t.undoEnd(nameOf(chat, t))} />}
        {kept && <CopyText text={kept} />}
        <button type="button" class="primary" onClick={() => actions.dismiss(chat.threadId)}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
