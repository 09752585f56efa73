import { useState } from "preact/hooks";
import { nameOf } from "../store/names";
import { isGivenTo } from "../store/standing";
import type { WaitingLine } from "../store/waiting";
import { AnswerForm } from "./AnswerForm";
import { Facts } from "./Facts";
import { CopyText, KeptText } from "./KeptText";
import { useSession } from "./session";
import { ShopContext } from "./ShopContext";

/** A question longer than this is cut on the list. */
const LONG = 110;

export function WaitingItem({ line }: { line: WaitingLine }) {
  const { store, actions, t } = useSession();
  const [instead, setInstead] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { question, gone } = line;
  const id = question.threadId;
  const textId = `waiting-${id}`;
  const mine = isGivenTo(question, store.me.value?.id);
  const typed = gone ? store.drafts.get(id) : "";
  const take = async () => setInstead(await actions.take(id));
  return (
    <li class="waiting-item" data-gone={gone}>
      <div class="waiting-head">
        <div>
          <strong>{nameOf(question, t)}</strong>
          <Facts topic={question.topic} language={question.language} at={question.askedAt} />
        </div>
        {gone ? (
          <span class="tag">{t.gone}</span>
        ) : (
          <button type="button" class="quiet" aria-describedby={textId} disabled={store.busy.value.has(id)} onClick={() => void take()}>
            {t.take}
          </button>
        )}
      </div>
      <p id={textId} class="waiting-text" data-all={all} lang={question.language} dir="auto">
        {question.text}
      </p>
      {!all && (question.text.length > LONG || question.text.includes("\n")) && (
        <button type="button" class="text-button" aria-describedby={textId} onClick={() => setAll(true)}>
          {t.showAll}
        </button>
      )}
      <ShopContext page={question.page} product={question.product} />
      <p class="facts">
        {question.assignee && <span class="tag">{mine ? t.givenToYou : t.givenAway(question.assignee.name ?? t.somebody)}</span>}
        <span data-here={question.visitorHere}>{question.visitorHere ? t.visitorHere : t.visitorAway}</span>
        {question.tried > 0 && <span>{t.tried(question.tried)}</span>}
      </p>
      {mine && !gone && (
        <button type="button" class="text-button" aria-describedby={textId} title={t.giveBackHint} disabled={store.busy.value.has(id)} onClick={() => void actions.giveBack(id)}>
          {t.giveBack}
        </button>
      )}
      {instead && !gone && <AnswerForm threadId={id} why={instead} close={() => setInstead(null)} />}
      {typed && (
        <>
          <p role="status">{t.composerKept}</p>
          <KeptText text={typed} takesFocus={instead !== null} />
          <div class="row-end">
            <CopyText text={typed} />
            <button type="button" class="primary" onClick={() => actions.dismiss(id)}>
              {t.done}
            </button>
          </div>
        </>
      )}
    </li>
  );
}
