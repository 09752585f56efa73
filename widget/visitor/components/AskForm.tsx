import type { Part } from "./acts";
import { Box } from "./Box";
import { Languages } from "./Languages";
import { later } from "./later";

/** Not needed before somebody types. */
const Suggested = later(() => import("./Suggested").then((part) => part.Suggested));

/** Of whoever was here before. */
const Mine = later(() => import("./Aftermath").then((part) => part.Mine));

export function AskForm(part: Part) {
  const { state, act, door } = part;
  const { texts, asking } = state;
  if (state.reading) return <Suggested {...part} />;
  const about = door.shop.product?.name;
  return (
    <div class="scroll ask">
      <h3>{texts.greeting}</h3>
      {about && (
        <p class="about">
          {texts.about} <strong>{about}</strong>
        </p>
      )}
      <Box
        {...part}
        large
        label={texts.yourQuestion}
        hint={texts.questionHint}
        button={asking ? texts.asking : texts.ask}
        busy={asking}
        submit={act.ask}
      />
      <p class="soft">{texts.whoAnswers}</p>
      {state.draft[3] && <Suggested {...part} />}
      <Languages {...part} />
      {act.http.token && !asking && <Mine key={act.http.token} {...part} />}
    </div>
  );
}
