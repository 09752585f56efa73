import { useEffect, useRef, useState } from "preact/hooks";
import type { CannedReply } from "../../../wire/contracts";
import { matching } from "../services/replies";
import { useDesk } from "./desk";
import { useFocus } from "./focus";
import { ReplyForm } from "./ReplyForm";

const SHOWN = 50;

/** Finds a kept reply and pastes it; keeps new ones. */
export function RepliesSheet({ threadId }: { threadId: string }) {
  const [editing, setEditing] = useState<Partial<CannedReply> | null>(null);
  return editing ? <ReplyForm reply={editing} close={() => setEditing(null)} /> : <Picker threadId={threadId} edit={setEditing} />;
}

function Picker({ threadId, edit }: { threadId: string; edit: (reply: Partial<CannedReply>) => void }) {
  const { inbox, replies, store, w } = useDesk();
  const box = useFocus<HTMLInputElement>();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const all = inbox.replies.value;
  const found = matching(all ?? [], words).slice(0, SHOWN);
  const chosen = found[Math.min(at, found.length - 1)];
  useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [chosen?.id]);

  const key = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt(Math.max(0, Math.min(found.length - 1, Math.min(at, found.length - 1) + step)));
    else if (event.key === "Enter" && chosen && !event.isComposing) replies.paste(chosen, threadId);
    else return;
    event.preventDefault();
  };
  return (
    <div class="sheet-body">
      <input
        ref={box}
        type="text"
        role="combobox"
        list={undefined}
        aria-label={w.repliesSearch}
        placeholder={w.repliesSearch}
        aria-controls="reply-list"
        aria-expanded={found.length > 0}
        aria-activedescendant={chosen ? `reply-${chosen.id}` : undefined}
        value={words}
        onInput={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={key}
      />
      {all && found.length === 0 && <p class="soft-text">{all.length === 0 ? w.repliesNone : w.repliesNotFound}</p>}
      <ul ref={list} id="reply-list" role="listbox" aria-label={w.replies} class="reply-list">
        {found.map((reply) => (
          <li key={reply.id} id={`reply-${reply.id}`} role="option" aria-selected={reply === chosen} onClick={() => replies.paste(reply, threadId)}>
            <strong>{reply.title}</strong>
            <span dir="auto">{replies.filled(reply, threadId)}</span>
          </li>
        ))}
      </ul>
      <div class="row-end">
        <small>{found.length > 0 && w.repliesHint}</small>
        {chosen && (
          <button type="button" class="quiet" onClick={() => edit(chosen)}>
            {w.editReply(chosen.title)}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => edit({ title: "", text: store.drafts.get(threadId) })}>
          {w.newReply}
        </button>
      </div>
    </div>
  );
}
