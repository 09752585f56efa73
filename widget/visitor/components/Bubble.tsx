import type { Line } from "../store/read";
import type { Pending, State } from "../store/state";
import { pieces } from "../util/links";

interface BubbleProps {
  line: Line;
  mine: boolean;
  state: State;
  retry(message: Pending): void;
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
      {mine && <p class="soft state">{pending?.failed ? <NotSent {...{ texts, pending, retry }} /> : stateOf(line, state)}</p>}
    </>
  );
}

function NotSent({ texts, pending, retry }: { texts: State["texts"]; pending: Pending; retry(message: Pending): void }) {
  return (
    <>
      {texts.notSent} –{" "}
      <button class="text" onClick={() => retry(pending)}>
        {texts.retry}
      </button>
    </>
  );
}

/** Said under the newest message of the visitor's only. */
function stateOf({ event, pending }: Line, { texts, thread, events }: State): string | null {
  if (pending) return texts.sending;
  const newest = events.findLast((one) => one.kind == "message" && one.author?.kind == "visitor");
  if (event != newest) return null;
  return event!.seq <= thread!.responderSeen ? texts.seen : texts.sent;
}
