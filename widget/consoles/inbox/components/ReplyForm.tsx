import { useState } from "preact/hooks";
import type { CannedReply } from "../../../wire/contracts";
import { useDesk } from "./desk";
import { useFocus } from "./focus";

/** Keeps a new reply, or changes one; a removed one can be had back at once. */
export function ReplyForm({ reply, close }: { reply: Partial<CannedReply>; close: () => void }) {
  const { inbox, replies, store, w } = useDesk();
  const [title, setTitle] = useState(reply.title ?? "");
  const [text, setText] = useState(reply.text ?? "");
  const [removed, setRemoved] = useState(false);
  const kept = { title, text, ...(reply.id ? { id: reply.id, version: reply.version ?? 0 } : {}) };
  const first = useFocus<HTMLInputElement>();
  const busy = store.busy.value.has("replies");
  const save = async () => {
    if (await replies.save(kept)) close();
  };
  const remove = async () => {
    if (await replies.remove(reply.id!)) setRemoved(true);
  };
  const cancel = () => {
    inbox.refusal.value = "";
    close();
  };
  if (removed) return <Removed title={title} undo={() => void save()} close={close} />;
  return (
    <form
      class="sheet-body"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="field">
        {w.replyTitle}
        <input ref={first} required maxLength={80} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <label class="field">
        {w.replyText}
        <textarea required rows={5} dir="auto" value={text} aria-describedby="reply-variables" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <small id="reply-variables">{w.replyVariables}</small>
      <div class="row-end">
        {reply.id && (
          <button type="button" class="quiet" disabled={busy} onClick={() => void remove()}>
            {w.remove}
          </button>
        )}
        <button type="button" class="quiet" onClick={cancel}>
          {w.cancel}
        </button>
        <button type="submit" class="primary" disabled={busy || !title.trim() || !text.trim()}>
          {w.save}
        </button>
      </div>
    </form>
  );
}

function Removed({ title, undo, close }: { title: string; undo: () => void; close: () => void }) {
  const { t, w } = useDesk();
  const done = useFocus<HTMLButtonElement>();
  return (
    <div class="sheet-body">
      <p role="status">{w.removed(title)}</p>
      <div class="row-end">
        <button type="button" class="quiet" onClick={undo}>
          {t.undo}
        </button>
        <button ref={done} type="button" class="primary" onClick={close}>
          {t.done}
        </button>
      </div>
    </div>
  );
}
