import { wordsIn } from "../after/wordsIn";
import { verdictOf, type Line } from "../store/read";
import type { State } from "../store/state";
import { pieces } from "../util/links";

interface BubbleProps {
  line: Line;
  mine: boolean;
  state: State;
  retry(): void;
}

export function Bubble({ line, mine, state, retry }: BubbleProps) {
  const { texts } = state;
  const { event, pending, text } = line;
  const said = event?.kind == "tombstone" ? texts.gone : (text ?? texts.held);
  return (
    <>
      <p class={text == null ? "bubble soft" : "bubble"} dir="auto">
        {pieces(said).map(({ text, href }) =>
          href ? (
            <a href={href} target="_blank" rel="ugc nofollow noopener noreferrer">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
      {mine && <p class="soft state">{pending?.failed ? <NotSent {...{ texts, retry }} /> : stateOf(line, state)}</p>}
    </>
  );
}

function NotSent({ texts, retry }: { texts: State["texts"]; retry(): void }) {
  return (
    <>
      {texts.notSent} –{" "}
      <button class="text" onClick={retry}>
        {texts.retry}
      </button>
    </>
  );
}

/** Said under the newest message of the visitor's only. */
function stateOf({ event, pending }: Line, state: State): string | null {
  const { texts, thread, events } = state;
  const words = wordsIn(state.language);
  const verdict = event && verdictOf(state, event);
  if (verdict == "held") return words.waitsForReview;
  if (verdict == "refused") return words.notLetThrough;
  if (pending) return pending.sent ? texts.sent : texts.sending;
  const newest = events.findLast((one) => one.kind == "message" && one.author?.kind == "visitor");
  if (event != newest) return null;
  return event!.seq <= thread!.responderSeen ? texts.seen : texts.sent;
}
