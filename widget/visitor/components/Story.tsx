// Waiting told as it is: who was asked, who is asked now, one step at a time.
import { climbed } from "../store/read";
import { saidAhead } from "../util/time";
import type { Part } from "./acts";
import { Email } from "./Email";
import { Icon } from "./Icon";

export function Story(part: Part) {
  const { texts, thread } = part.state;
  const { emailConfirmed, opensAt } = thread!;
  const rungs = climbed(part.state);
  if (thread!.outcome == "held")
    return (
      <div class="story" role="group" aria-label={texts.story}>
        <p class="step now" role="status">
          <i aria-hidden="true" /> {texts.heldStory}
        </p>
        <p class="soft">{texts.heldHint}</p>
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
        <i aria-hidden="true" /> {paused ? texts.paused : say(now)}
      </p>
      {parked && opensAt! > Date.now() && <p>{saidAhead(opensAt!, part.state.language, texts.teamBack)}</p>}
      <p class="soft">{parked ? (emailConfirmed ? texts.parkedEmail : texts.parkedHint) : paused ? texts.pausedHint : texts.storyHint}</p>
      {parked && !emailConfirmed && part.door.look.email && <Email {...part} />}
    </div>
  );
}
