import { Failed } from "../../shared/components/Failed";
import { useRead } from "../../shared/components/read";
import { topicName } from "../../shared/store/names";
import { fetchReachable } from "../services/api";
import { useDesk } from "./desk";

/** To whom a conversation goes: the community, those who know a topic, or one person. */
export function HandSheet({ threadId }: { threadId: string }) {
  const { inbox, desk, store, w } = useDesk();
  const { value: people, failed, again } = useRead(() => fetchReachable(threadId));
  const language = store.preferences.language.value;
  const hand = (to: { member?: string; topic?: string }) => () => {
    inbox.sheet.value = null;
    void desk.hand(threadId, to, w.handed);
  };
  const topics = store.topics.value.filter((topic) => topic.id !== store.chats.get(threadId)?.topic);
  return (
    <div class="sheet-body">
      <button type="button" class="quiet choice" onClick={hand({})}>
        <span>{w.toCommunity}</span> <small>{w.toCommunityHint}</small>
      </button>
      {topics.length > 0 && (
        <section>
          <h3>{w.toTopic}</h3>
          <p class="soft-text">{w.toTopicHint}</p>
          <div class="choices">
            {topics.map(({ id }) => (
              <button key={id} type="button" class="quiet" onClick={hand({ topic: id })}>
                {topicName(store.topics.value, id, language)}
              </button>
            ))}
          </div>
        </section>
      )}
      <section tabIndex={-1}>
        <h3>{w.toMember}</h3>
        {failed ? <Failed code={failed} again={again} /> : <p class="soft-text">{people?.length === 0 ? w.toMemberNone : w.toMemberHint}</p>}
        {people?.map(({ who, topics: knows, free }) => (
          <button key={who.id} type="button" class="quiet choice" onClick={hand({ member: who.id! })}>
            <span>{who.name}</span>
            <small>{[...knows.map((topic) => topicName(store.topics.value, topic, language)), w.free(free)].filter(Boolean).join(" · ")}</small>
          </button>
        ))}
      </section>
    </div>
  );
}
