import { useEffect, useRef } from "preact/hooks";
import type { Chat } from "../store/chat";
import { steadyNow } from "../store/clock";
import { roomLeft } from "../store/text";
import { useSession } from "./session";

/** Below this the count is shown. */
const NEAR_THE_END = 400;

export function Composer({ chat, helping }: { chat: Chat; helping: boolean }) {
  const { store, writing, calls, t } = useSession();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = chat.threadId;
  const text = store.drafts.get(id);
  const room = roomLeft(text);
  const wanted = store.view.focusOn.value === id;

  useEffect(() => {
    if (!wanted) return;
    box.current?.focus();
    store.view.focusOn.value = null;
  }, [wanted]);

  const send = () => {
    if (room >= 0) writing.send(id);
    box.current?.focus();
  };
  const typed = (value: string) => {
    store.drafts.set(id, value);
    if (value) writing.typing(id, steadyNow());
  };
  const key = (event: KeyboardEvent) => {
    // Out of the box, so that single keys work again; an input method's list closes first.
    if (event.key === "Escape" && !event.isComposing) return box.current?.closest("section")?.querySelector<HTMLElement>("[role=log]")?.focus();
    // Enter that closes an input method's list is no Send (229: Safari says so only this way).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={box}
        aria-label={t.message}
        aria-describedby={`room-${id}`}
        aria-invalid={room < 0}
        title={t.messageHint}
        rows={1}
        dir="auto"
        enterkeyhint="send"
        value={text}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={key}
      />
      <button type="submit" class="primary" disabled={!text.trim() || room < 0}>
        {t.send}
      </button>
      {helping && chat.state === "live" && (
        <button type="button" class="quiet suggest" title={t.suggestHint(chat.responder?.name ?? t.somebody)} disabled={!text.trim() || room < 0 || store.busy.value.has(id)} onClick={() => void calls.suggest(id)}>
          {t.suggest}
        </button>
      )}
      <small id={`room-${id}`} class="room" data-over={room < 0}>
        {room < 0 ? t.tooMuch(-room) : room < NEAR_THE_END ? t.left(room) : ""}
      </small>
    </form>
  );
}
