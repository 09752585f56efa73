import { Component } from "preact";
import { wordsIn } from "../after/wordsIn";
import css from "../styles/email.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

/** Where the answer shall go; once left, that its link has to be pressed. */
export class Email extends Component<Part, { again: boolean }> {
  render({ state: { language, thread }, act, door }: Part) {
    const words = wordsIn(language);
    styled(door.root, css);
    if (thread!.email && !this.state.again)
      return (
        <div class="email">
          <p role="status">{words.emailSent}</p>
          <button class="quiet" onClick={() => this.setState({ again: true })}>
            {words.otherEmail}
          </button>
        </div>
      );
    return (
      <form
        class="email"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.querySelector("input")!;
          // Nothing typed is refused like anything that is no address: with its words.
          void act.leaveEmail(field.value.trim()).then((left) => (left ? this.setState({ again: false }) : left == false && field.focus()));
        }}
      >
        <label>
          <span class="label">{words.email}</span>
          <input type="email" autocomplete="email" />
        </label>
        <button>{words.emailMe}</button>
        <p class="soft">{words.emailUse}</p>
      </form>
    );
  }
}
