import type { Chat } from "../store/chat";
import { AskIn } from "./AskIn";
import { useSession } from "./session";

/** What can be done with a whole conversation: by whoever holds it, or by who helps. */
export function TalkActs({ chat, helping }: { chat: Chat; helping: boolean }) {
  const { store, actions, helping: help, t } = useSession();
  const id = chat.threadId;
  const busy = store.busy.value.has(id);
  const acts: [text: string, hint: string | undefined, act: () => unknown][] = helping
    ? [
        [t.leaveTalk, t.leaveTalkHint, () => help.leave(id)],
        [t.takeOver, t.takeOverHint, () => help.takeOver(id)],
      ]
    : [
        [t.release, t.releaseHint, () => actions.release(id)],
        [t.end, undefined, () => actions.end(id)],
      ];
  return (
    <div class="talk-acts">
      {chat.state === "live" && <AskIn chat={chat} />}
      {acts.map(([text, hint, act]) => (
        <button key={text} type="button" class="quiet" title={hint} disabled={busy} onClick={act}>
          {text}
        </button>
      ))}
    </div>
  );
}
