import { lines, type Line } from "../store/read";
import type { State } from "../store/state";
import type { Part } from "./acts";
import { Group, type GroupOf } from "./Group";
import { systemText } from "./systemText";

export function Log(part: Part) {
  const { state, act } = part;
  const { texts, thread } = state;
  return (
    <div class="log" role="log" aria-label={texts.conversation} tabIndex={0} lang={thread?.language}>
      {grouped(state).map((group) =>
        typeof group == "string" ? (
          <p class="system" lang={state.language}>
            {group}
          </p>
        ) : (
          <Group key={group.lines[0]!.id} {...group} state={state} retry={act.retry} part={part} />
        ),
      )}
    </div>
  );
}

/** What one person wrote within a minute stands together; a change of hands stands between. */
function grouped(state: State): (GroupOf | string)[] {
  const groups: (GroupOf | string)[] = [];
  let last: GroupOf | undefined;
  for (const line of lines(state)) {
    const kind = line.event?.kind ?? "message";
    // Words show, of whatever kind a newer server says they are.
    if (line.text != null || kind == "hold" || kind == "tombstone") {
      if (!last || !together(last.lines.at(-1)!, line)) groups.push((last = { author: authorOf(line), lines: [] }));
      last.lines.push(line);
    } else {
      const text = systemText(line.event!, state);
      if (!text) continue;
      groups.push(text);
      last = undefined;
    }
  }
  return groups;
}

/** Null is the visitor. */
const authorOf = ({ event }: Line) => (!event || event.author?.kind == "visitor" ? null : (event.author ?? { id: null, name: null, kind: "agent", since: null }));

const minute = (line: Line) => Math.floor(line.at / 60_000);

function together(one: Line, other: Line): boolean {
  const [a, b] = [authorOf(one), authorOf(other)];
  return minute(one) == minute(other) && a?.id == b?.id && a?.name == b?.name && !a == !b;
}
