import { useEffect, useState } from "preact/hooks";
import type { ReachableMember } from "../../../wire/contracts";
import { Failed } from "../../shared/components/Failed";
import { useRead } from "../../shared/components/read";
import { codeOf } from "../../shared/services/refused";
import { topicName } from "../../shared/store/names";
import { isParkedFree } from "../../shared/store/standing";
import { fetchReachable } from "../services/api";
import { handNoteOf, type Hands } from "../services/handing";
import { useDesk } from "./desk";

/** From so many on somebody is looked for by name. */
const MANY = 8;
/** So many are listed at most: who is beyond them is found by name only. */
const MOST = 200, TYPED_MS = 300;

/** To whom a conversation or a parked question goes: the community, those who know a topic, or one person. */
export function HandSheet({ threadId }: { threadId: string }) {
  const { inbox, desk, store, w, t } = useDesk();
  const { value: people, failed, again } = useRead(() => fetchReachable(threadId));
  const [name, setName] = useState("");
  const language = store.preferences.language.value;
  const chat = store.chats.get(threadId);
  const parked = chat !== undefined && isParkedFree(chat);
  const me = store.me.value?.id;
  const isGiven = Boolean(inbox.details.value.get(threadId)?.row.assignee);
  const hand = (to: Hands, whom: string) => () => {
    inbox.sheet.value = null;
    void desk.hand(threadId, to, !parked ? w.handed : whom ? w.given(whom) : w.freed);
  };
  const called = ({ who }: ReachableMember) => (who.id === me ? w.toYou : (who.name ?? t.somebody));
  const whom = (one: ReachableMember) => (one.who.id === me ? t.toYourself : called(one));
  // Volunteers read what the visitor reads.
  const noted = parked && store.drafts.get(handNoteOf(threadId)).trim() !== "";
  const asked = (people?.length ?? 0) < MOST ? "" : name.trim();
  /** Beyond what is listed, by the name they were asked for. */
  const [beyond, setBeyond] = useState<{ asked: string; rows: readonly ReachableMember[]; failed: string | null }>({ asked: "", rows: [], failed: null });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!asked) return;
    let over = false;
    const told = (rows: readonly ReachableMember[], failed: string | null) => over || setBeyond({ asked, rows, failed });
    const typed = setTimeout(() => void fetchReachable(threadId, asked).then((rows) => told(rows, null), (error: unknown) => told([], codeOf(error))), TYPED_MS);
    return () => {
      over = true;
      clearTimeout(typed);
    };
  }, [asked, tries]);
  // Of two of a name one may be among those beyond.
  const isWhole = !asked || (beyond.asked === asked && !beyond.failed);
  const listed = new Set(people?.map(({ who }) => who.id));
  const found = people?.concat((asked ? beyond.rows : []).filter(({ who }) => !listed.has(who.id))).filter((one) => called(one).toLocaleLowerCase(language).includes(name.trim().toLocaleLowerCase(language)));
  const topics = store.topics.value.filter((topic) => topic.id !== chat?.topic);
  return (
    <div class="sheet-body">
      {parked && (
        <label class="field">
          {w.handNote}
          <textarea rows={2} dir="auto" maxLength={4000} value={store.drafts.get(handNoteOf(threadId))} onInput={(event) => store.drafts.set(handNoteOf(threadId), event.currentTarget.value)} />
          <small>{w.noteHint}</small>
        </label>
      )}
      {(!parked || isGiven) && (
        <button type="button" class="quiet choice" onClick={hand({}, "")}>
          <span>{w.toCommunity}</span> <small>{parked ? w.toCommunityParkedHint : w.toCommunityHint}</small>
        </button>
      )}
      {topics.length > 0 && (
        <section>
          <h3>{w.toTopic}</h3>
          <p class="soft-text">{parked ? w.toTopicParkedHint : w.toTopicHint}</p>
          <div class="choices">
            {topics.map(({ id }) => (
              <button key={id} type="button" class="quiet" onClick={hand({ topic: id }, topicName(store.topics.value, id, language) ?? id)}>
                {topicName(store.topics.value, id, language)}
              </button>
            ))}
          </div>
        </section>
      )}
      <section tabIndex={-1}>
        <h3>{w.toMember}</h3>
        {failed ? <Failed code={failed} again={again} /> : <p class="soft-text">{people?.length === 0 ? w.toMemberNone : parked ? w.toMemberParkedHint : w.toMemberHint}</p>}
        {people && people.length > MANY && (
          <label class="field">
            {w.findMember}
            <input
              type="search"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => event.key === "Enter" && isWhole && found?.length === 1 && hand({ member: found[0]!.who.id! }, whom(found[0]!))()}
            />
          </label>
        )}
        {people && people.length > 0 && found?.length === 0 && isWhole && <p role="status">{w.findMemberNone}</p>}
        {asked && beyond.asked === asked && beyond.failed && <Failed code={beyond.failed} again={() => setTries(tries + 1)} />}
        {found?.map((one) => (
          <button key={one.who.id} type="button" class="quiet choice" onClick={hand({ member: one.who.id! }, whom(one))}>
            <span>{called(one)}</span>
            <small>{[...one.topics.map((topic) => topicName(store.topics.value, topic, language)), parked ? (one.here ? w.isHere : w.isAway) : w.free(one.free), noted && one.who.kind === "super_user" && w.noNote].filter(Boolean).join(" · ")}</small>
          </button>
        ))}
      </section>
    </div>
  );
}
