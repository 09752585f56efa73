import { CONSENT, wordsIn } from "../after/wordsIn";
import css from "../styles/rating.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

export function Rating({ state, act, door }: Part) {
  const words = wordsIn(state.language);
  styled(door.root, css);

  const rate = (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    void act.rate(Number(given.get("stars")), String(given.get("words")), given.has("publish"), CONSENT);
  };

  return (
    <form class="rating" onSubmit={rate}>
      <fieldset>
        <legend>{words.howWasIt}</legend>
        <div class="stars">
          {[1, 2, 3, 4, 5].map((star) => (
            <label key={star}>
              <input type="radio" name="stars" value={star} required />
              <span>{star}</span>
            </label>
          ))}
        </div>
        <p class="soft ends" aria-hidden="true">
          <span>{words.worst}</span>
          <span>{words.best}</span>
        </p>
      </fieldset>
      <label>
        <span class="label">{words.ratingWords}</span>
        <textarea name="words" rows={2} dir="auto" />
      </label>
      <label class="tick">
        <input type="checkbox" name="publish" aria-describedby="publish-more" />
        <span>{words.mayPublish}</span>
      </label>
      <p class="soft" id="publish-more">
        {words.mayPublishMore}
      </p>
      <button>{words.sendRating}</button>
    </form>
  );
}
