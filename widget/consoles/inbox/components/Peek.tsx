import { AnswerForm } from "../../shared/components/AnswerForm";
import { CopyText, KeptText } from "../../shared/components/KeptText";
import { unsentIn, type Chat } from "../../shared/store/chat";
import { isFree, type Standing } from "../../shared/store/standing";
import { Back } from "./Clock";
import { useDesk } from "./desk";

/** Below a talk that was opened to be read: whose it is, and how it becomes ours. */
export function Peek({ chat, standing }: { chat: Chat; standing: Standing }) {
  const { inbox, desk, helping, store, t, w } = useDesk();
  const id = chat.threadId;
  const busy = store.busy.value.has(id);
  const answering = inbox.answering.value?.threadId === id ? inbox.answering.value.why : null;
  const who = chat.responder?.name ?? t.somebody;
  const row = inbox.details.value.get(id)?.row;
  const snoozed = row?.snoozedUntil ?? null;
  const mine = row?.assignee != null && row.assignee.id === store.me.value?.id;
  // Whose it is stands before whoever thinks of answering it too.
  const given = row?.assignee ? (mine ? t.givenToYou : w.givenTo(row.assignee.name ?? t.somebody)) : null;
  const free = isFree(chat);
  if (answering && free)
    return (
      <div class="talk-over">
        {given && !mine && <p role="status">{given}</p>}
        <AnswerForm threadId={id} why={answering} close={() => (inbox.answering.value = null)} />
      </div>
    );
  const typed = free ? "" : unsentIn(chat, store.drafts.get(id));
  return (
    <div class="talk-over">
      <p role="status">
        {standing === "ended" ? t.composerEnded : chat.state === "live" ? w.heldBy(who) : chat.outcome === "answered" ? w.answeredBy(who) : w.states[chat.state as "waiting" | "parked"]}
        {given && ` · ${given}`}
        {snoozed !== null && (
          <>
            {" · "}
            <Back at={snoozed} />
          </>
        )}{" "}
        {typed && t.composerKept}
      </p>
      {typed && <KeptText text={typed} takesFocus={store.view.current.peek() === id} />}
      <div class="row-end">
        <button type="button" class="quiet" onClick={() => desk.shut(id)}>
          {t.close}
        </button>
        {typed && <CopyText text={typed} />}
        {typed && (
          <button type="button" class="quiet" onClick={() => desk.forget(id)}>
            {t.done}
          </button>
        )}
        {snoozed !== null && (
          <button type="button" class="quiet" onClick={() => void desk.snooze(id, null)}>
            {w.wake}
          </button>
        )}
        {chat.state === "parked" && free && (
          <button type="button" class="quiet" onClick={() => (inbox.answering.value = { threadId: id, why: "visitor_away" })}>
            {w.writeAnswer}
          </button>
        )}
        {chat.state === "live" && (
          <button type="button" class="primary" disabled={busy} onClick={() => void helping.join(id)}>
            {t.joinTalk}
          </button>
        )}
        {free && (
          <button type="button" class="primary" disabled={busy} onClick={() => void desk.take(id)}>
            {t.take}
          </button>
        )}
      </div>
    </div>
  );
}
