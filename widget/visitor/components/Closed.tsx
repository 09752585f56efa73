import type { Part } from "./acts";
import { Fetched } from "./Fetched";
import { wordsIn } from "../after/wordsIn";
import { verdictOf } from "../store/read";
import { Rating } from "./Rating";

const REOPEN_WITHIN = 7 * 86_400_000;

export const myData = () => import("./Aftermath").then((part) => part.MyData);
const aftermath = () => import("./Aftermath").then((part) => part.Aftermath);

export function Closed(part: Part) {
  const { state, act, set } = part;
  const { texts, thread, events } = state;
  const words = wordsIn(state.language);
  // A rating has a status too, and prolongs nothing.
  const closedAt = events.findLast((event) => event.kind == "status")?.at ?? 0;
  // A question that was never let through is brought back by no more words.
  const verdict = events[0] && verdictOf(state, events[0]);
  const mayContinue = (!verdict || verdict == "passed") && Date.now() - closedAt < REOPEN_WITHIN;
  return (
    <div class="closed">
      {thread!.responder && (thread!.stars ? <p role="status">{words.thanks}</p> : <Rating {...part} />)}
      {thread!.responder && thread!.stars && <Fetched key={thread!.threadId + thread!.stars} {...part} of={aftermath} />}
      <div class="row">
        {mayContinue && (
          <button class="quiet" onClick={() => set({ continuing: true, error: null })}>
            {texts.continue}
          </button>
        )}
        <button class="quiet" onClick={act.startAnew}>
          {texts.askAnother}
        </button>
      </div>
      {mayContinue && thread!.responder && <p class="soft">{words.askedFirst(thread!.responder.name ?? texts.someone)}</p>}
      <Fetched {...part} of={myData} />
    </div>
  );
}
