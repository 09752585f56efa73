import { useEffect, useRef, useState } from "preact/hooks";
import { wordsFor } from "../services/refused";
import { steadyNow } from "../store/clock";
import { roomLeft } from "../store/text";
import { useSession } from "./session";
import { Writers } from "./Writers";

/** An answer to someone who has left: it reaches them later. */
export function AnswerForm({ threadId, why, close }: { threadId: string; why: string; close: () => void }) {
  const { store, writing, parts, t } = useSession();
  const box = useRef<HTMLTextAreaElement>(null);
  const [sending, setSending] = useState(false);
  const text = store.drafts.get(threadId);
  useEffect(() => box.current?.focus(), []);

  const send = async (event: Event) => {
    event.preventDefault();
    setSending(true);
    if (!(await writing.answer(threadId))) setSending(false);
  };
  return (
    <form class="answer" onSubmit={(event) => void send(event)}>
      <p id={`why-${threadId}`} role="status">
        {wordsFor(why, t)}
      </p>
      <Writers threadId={threadId} />
      <textarea
        ref={box}
        aria-describedby={`why-${threadId}`}
        aria-label={t.answer}
        rows={3}
        dir="auto"
        value={text}
        onInput={(event) => {
          store.drafts.set(threadId, event.currentTarget.value);
          writing.typing(threadId, steadyNow());
        }}
        onKeyDown={(event) => event.key === "/" && !text && parts.slash?.(threadId) && event.preventDefault()}
      />
      <div class="row-end">
        <button type="button" class="quiet" onClick={close}>
          {t.cancel}
        </button>
        <button type="submit" class="primary" disabled={sending || !text.trim() || roomLeft(text) < 0}>
          {t.sendAnswer}
        </button>
      </div>
    </form>
  );
}
