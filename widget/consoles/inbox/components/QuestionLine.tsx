import { formatOf } from "../../../ui/formats";
import type { InboxRow } from "../../../wire/contracts";
import { Facts } from "../../shared/components/Facts";
import { nameOf } from "../../shared/store/names";
import { isFree } from "../../shared/store/standing";
import { canEnd, type Line } from "../store/list";
import { Back, Clock } from "./Clock";
import { useDesk } from "./desk";

/** One question of the list: what it is, how long it waits, and the most likely act. */
export function QuestionLine({ line }: { line: Line }) {
  const { row, gone } = line;
  const { store, desk, together, inbox, w, t } = useDesk();
  const id = row.threadId;
  const textId = `question-${id}`;
  const name = nameOf(row, t);
  const me = store.me.value?.id;
  const free = isFree(row);
  const writers = store.writers.in(id).map((who) => who.name ?? t.somebody);
  return (
    <li class="question" data-gone={gone} data-open={store.view.current.value === id}>
      <label>
        <input type="checkbox" aria-label={w.choose(name)} checked={canEnd(line) && inbox.chosen.value.has(id)} disabled={!canEnd(line)} onChange={() => together.choose(id)} />
      </label>
      <button type="button" class="question-open" data-line={id} aria-current={store.view.current.value === id ? "true" : undefined} onClick={() => void desk.open(id)}>
        <span class="question-head">
          <strong>{name}</strong>
          {gone ? <span class="tag">{w.gone[whyGone(row)]}</span> : <Clock row={row} />}
        </span>
        <span id={textId} class="question-text" lang={row.language} dir="auto">
          {row.text}
        </span>
        <Facts topic={row.topic} language={row.language} at={row.askedAt} />
        <span class="question-more">
          {row.assignee && <span>{row.assignee.id === me ? t.givenToYou : w.givenTo(row.assignee.name ?? t.somebody)}</span>}
          {row.responder && <span>{row.responder.id === me ? w.byYou : row.state === "parked" ? w.answeredBy(row.responder.name ?? t.somebody) : w.heldBy(row.responder.name ?? t.somebody)}</span>}
          {row.state !== "closed" && <span data-here={row.visitorHere} title={row.visitorHere ? undefined : t.visitorAway}>{row.visitorHere ? t.visitorHere : w.visitorLeft}</span>}
          {row.asked > 0 && <span>{t.tried(row.asked)}</span>}
          {row.product?.name ? <span>{row.product.name}</span> : row.page?.title ? <span>{row.page.title}</span> : null}
          {row.snoozedUntil !== null && <span><Back at={row.snoozedUntil} /></span>}
          {row.tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
          {writers.length > 0 && <span class="writers">{t.alsoWriting(formatOf(Intl.ListFormat, store.preferences.language.value).format(writers), writers.length)}</span>}
        </span>
      </button>
      {free && !gone && row.snoozedUntil === null && (
        <button type="button" class="quiet" aria-describedby={textId} disabled={store.busy.value.has(id)} onClick={() => void desk.take(id)}>
          {t.take}
        </button>
      )}
    </li>
  );
}

function whyGone({ state, snoozedUntil, assignee }: InboxRow) {
  if (state === "closed") return "ended";
  if (state === "live") return "taken";
  return snoozedUntil !== null ? "snoozed" : assignee ? "given" : "moved";
}
