// Waiting told as it is: who was asked, who is asked now, one step at a time.
import { wordsIn } from "../after/wordsIn";
import { climbed } from "../store/read";
import { saidAhead } from "../util/time";
import type { Part } from "./acts";
import { Email } from "./Email";
import { Icon } from "./Icon";

export function Story(part: Part) {
  const { texts, thread } = part.state;
  const words = wordsIn(part.state.language);
  const { emailConfirmed, opensAt } = thread!;
  const rungs = climbed(part.state);
  if (thread!.outcome == "held")
    return (
      <div class="story" role="group" aria-label={texts.story}>
        <p class="step now" role="status">
          <i aria-hidden="true" /> {words.heldStory}
        </p>
        <p class="soft">{words.heldHint}</p>
      </div>
    );
  const parked = thread!.state == "parked";
  const say = (rung: string) => texts[rung as "topic" | "anyone" | "agents" | "parked"] ?? texts.topic;
  const now = parked ? "parked" : rungs.at(-1)!;
  // Our team sees its list as before: that stays true.
  const paused = thread!.searchPaused && now != "agents" && !parked;
  return (
    <div class="story" role="group" aria-label={texts.story}>
      {rungs.map((rung) =>
        rung == now || !texts.done[rung] ? null : (
          <p class="soft step" key={rung}>
            <Icon path="M5 13l4 4 10-10" /> {texts.done[rung]}
          </p>
        ),
      )}
      <p class={parked || paused ? "step now" : "step now asking"} role="status" key="now">
        <i aria-hidden="true" /> {paused ? words.paused : say(now)}
      </p>
      {parked && opensAt! > Date.now() && <p>{saidAhead(opensAt!, part.state.language, words.teamBack)}</p>}
      <p class="soft">{parked ? (emailConfirmed ? words.parkedEmail : words.parkedHint) : paused ? words.pausedHint : words.storyHint}</p>
      {parked && !emailConfirmed && part.door.look.email && <Email {...part} />}
    </div>
  );
}
