import { useEffect, useRef } from "preact/hooks";
import { Writers } from "../../shared/components/Writers";
import type { Chat } from "../../shared/store/chat";
import { steadyNow } from "../../shared/store/clock";
import { roomLeft } from "../../shared/store/text";
import { useDesk } from "./desk";

/** A note for the team, in a box of its own: nothing meant for it is ever sent to the visitor. */
export function NoteBox({ chat }: { chat: Chat }) {
  const { inbox, desk, store, writing, w } = useDesk();
  const box = useRef<HTMLTextAreaElement>(null);
  const id = chat.threadId;
  const on = inbox.noting.value.has(id);
  const text = store.drafts.get(desk.noteOf(id));
  useEffect(() => {
    if (on) box.current?.focus();
  }, [on]);
  if (!on) return null;

  const add = async () => {
    if (!text.trim() || roomLeft(text) < 0) return;
    await desk.note(id);
    box.current?.focus();
  };
  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Writers threadId={id} />
      <textarea
        ref={box}
        aria-label={w.noteBox}
        aria-describedby={`note-${id}`}
        rows={2}
        dir="auto"
        value={text}
        onInput={(event) => {
          store.drafts.set(desk.noteOf(id), event.currentTarget.value);
          writing.typingNote(id, steadyNow());
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.isComposing) return void desk.noting(id, false);
          if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
          event.preventDefault();
          void add();
        }}
      />
      <div class="row-end">
        <small id={`note-${id}`}>{w.noteHint}</small>
        <button type="button" class="quiet" onClick={() => desk.noting(id, false)}>
          {w.cancel}
        </button>
        <button type="submit" class="primary" disabled={!text.trim() || roomLeft(text) < 0 || store.busy.value.has(`inbox ${id}`)}>
          {w.addNote}
        </button>
      </div>
    </form>
  );
}
