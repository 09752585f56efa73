import type { Part } from "./acts";
import { Fetched } from "./Fetched";
import { wordsIn } from "../after/wordsIn";
import { Rating } from "./Rating";

const REOPEN_WITHIN = 7 * 86_400_000;

const myData = () => import("./Aftermath").then((part) => part.MyData);
const aftermath = () => import("./Aftermath").then((part) => part.Aftermath);

export function Closed(part: Part) {
  const { state, act, set } = part;
  const { texts, thread, events } = state;
  const words = wordsIn(state.language);
  const closedAt = events.findLast((event) => event.status)?.at ?? 0;
  const mayContinue = thread!.outcome != "refused" && Date.now() - closedAt < REOPEN_WITHIN;
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
