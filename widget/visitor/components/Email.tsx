import css from "../styles/email.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

export function Email({ state, act, door }: Part) {
  const { texts } = state;
  styled(door.root, css);
  return (
    <form
      class="email"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const email = event.currentTarget.querySelector("input")!.value.trim();
        if (email) void act.leaveEmail(email);
      }}
    >
      <label>
        <span class="label">{texts.email}</span>
        <input type="email" autocomplete="email" />
      </label>
      <button>{texts.emailMe}</button>
      <p class="soft">{texts.emailUse}</p>
    </form>
  );
}
