import type { Chat } from "../../shared/store/chat";
import { isParkedFree, type Standing } from "../../shared/store/standing";
import { useDesk } from "./desk";

/** What an agent can do with a thread beside answering it. */
export function Tools({ chat, standing }: { chat: Chat; standing: Standing }) {
  const { inbox, desk, replies, w } = useDesk();
  const id = chat.threadId;
  const mine = standing === "mine";
  const held = chat.state === "live" || chat.state === "closed";
  const noting = inbox.noting.value.has(id);
  const open = (kind: "snooze" | "tags" | "hand" | "silence") => () => (inbox.sheet.value = { kind, threadId: id });
  return (
    <div class="desk-tools" role="group" aria-label={w.tools}>
      {(mine || isParkedFree(chat)) && (
        <button type="button" class="quiet" onClick={open("hand")}>
          {w.hand}
        </button>
      )}
      {mine && (
        <button type="button" class="quiet" onClick={() => replies.open(id)}>
          {w.replies}
        </button>
      )}
      {!held && (
        <button type="button" class="quiet" onClick={open("snooze")}>
          {w.snooze}
        </button>
      )}
      <button type="button" class="quiet" onClick={open("tags")}>
        {w.tags}
      </button>
      <button type="button" class="quiet" onClick={open("silence")}>
        {w.silence}
      </button>
      <button type="button" class="quiet" aria-pressed={noting} onClick={() => desk.noting(id, !noting)}>
        {w.note}
      </button>
    </div>
  );
}
