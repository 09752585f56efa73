import css from "../styles/rating.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

export function Rating({ state, act, door }: Part) {
  const { texts } = state;
  styled(door.root, css);

  const rate = (event: Event) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement);
    void act.rate(Number(given.get("stars")), String(given.get("words")), given.has("publish"));
  };

  return (
    <form class="rating" onSubmit={rate}>
      <fieldset>
        <legend>{texts.howWasIt}</legend>
        <div class="stars">
          {[1, 2, 3, 4, 5].map((star) => (
            <label key={star}>
              <input type="radio" name="stars" value={star} required />
              <span>{star}</span>
            </label>
          ))}
        </div>
        <p class="soft ends" aria-hidden="true">
          <span>{texts.worst}</span>
          <span>{texts.best}</span>
        </p>
      </fieldset>
      <label>
        <span class="label">{texts.fewWords}</span>
        <textarea name="words" rows={2} dir="auto" />
      </label>
      <label class="tick">
        <input type="checkbox" name="publish" />
        <span>{texts.mayPublish}</span>
      </label>
      <button>{texts.sendRating}</button>
    </form>
  );
}
