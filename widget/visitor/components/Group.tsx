import type { Person } from "../../wire/contracts";
import type { Line } from "../store/read";
import type { State } from "../store/state";
import { exactTime, saidTime } from "../util/time";
import type { Part } from "./acts";
import { Avatar } from "./Avatar";
import { Bubble } from "./Bubble";
import { Flag } from "./Flag";

export interface GroupOf {
  /** Null is the visitor. */
  author: Person | null;
  lines: Line[];
}

interface GroupProps extends GroupOf {
  state: State;
  retry(): void;
  part: Part;
}

export function Group({ author, lines, state, retry, part }: GroupProps) {
  const { texts, language } = state;
  const reportable = author && lines.findLast(({ event }) => event?.kind == "message")?.event;
  const { at } = lines[0]!;
  return (
    // A visitor's own words are not read back to them.
    <div class={author ? "group" : "group mine"} aria-live={author ? undefined : "off"}>
      <p class="by soft">
        {author && <Avatar person={author} />}
        <span class={author ? undefined : "hidden"}>{author ? (author.name ?? texts.someone) : texts.you}</span>{" "}
        <time dateTime={new Date(at).toISOString()} title={exactTime(at, language)}>
          {saidTime(at, language)}
        </time>
      </p>
      {lines.map((line) => (
        <Bubble key={line.id} line={line} mine={!author} state={state} retry={retry} />
      ))}
      {reportable && <Flag key="flag" {...part} seq={reportable.seq} name={author.name ?? texts.someone} />}
    </div>
  );
}
