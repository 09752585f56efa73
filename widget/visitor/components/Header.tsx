import { speaker } from "../store/read";
import { Avatar } from "./Avatar";
import { Icon } from "./Icon";
import type { Part } from "./acts";
import { roleOf } from "./roleOf";

export function Header({ state, act, door }: Part) {
  const { texts, thread } = state;
  const person = speaker(state);
  return (
    <header class="head">
      {person && <Avatar person={person} />}
      <div class="who">
        <h2>{person ? (person.name ?? texts.someone) : door.look.name}</h2>
        {person && <p class="soft">{roleOf(person, texts)}</p>}
      </div>
      {thread && thread.state != "closed" && (
        <button class="text" aria-label={texts.end} title={texts.end} onClick={act.end}>
          {person ? texts.endShort : texts.end}
        </button>
      )}
      <button class="icon" aria-label={texts.close} title={texts.close} onClick={door.close}>
        <Icon path="M6 6l12 12M18 6L6 18" />
      </button>
    </header>
  );
}
