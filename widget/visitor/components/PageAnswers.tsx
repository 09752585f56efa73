// Several answers on the page made of a conversation: whoever asked says which one it was, and that one stands first.
// Here they keep their order: the focus stays on what one has chosen, and nothing is public before it is pressed.
import { Component } from "preact";
import type { PublishedAnswer, PublishedAnswers } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import type { Part } from "./acts";

interface Known {
  answers?: PublishedAnswer[];
  chosen?: string;
  busy?: boolean;
  saved?: boolean;
}

export class PageAnswers extends Component<Part, Known> {
  override componentDidMount() {
    void this.props.act.http.get<PublishedAnswers>(this.path()).then(({ value }) => this.setState({ answers: value?.answers }));
  }

  path = () => `threads/${this.props.state.thread!.threadId}/answers`;

  /** There is something to say, and it is not being said already. */
  ready = ({ answers, chosen, busy }: Known) => !busy && !!chosen && !answers!.find(({ id }) => id == chosen)?.accepted;

  async accept(event: Event) {
    event.preventDefault();
    if (!this.ready(this.state)) return;
    this.setState({ busy: true });
    const { value, refusal } = await this.props.act.http.post<PublishedAnswers>(this.path(), { answer: this.state.chosen });
    this.setState({ busy: false });
    if (refusal) this.props.act.aside(refusal);
    else this.setState(({ answers }) => ({ answers: asBefore(answers!, value!.answers), saved: true }));
  }

  render({ state }: Part, known: Known) {
    const { answers, chosen, saved } = known;
    if (!answers?.[1]) return null;
    const words = wordsIn(state.language);
    return (
      <form onSubmit={(event) => void this.accept(event)}>
        <fieldset class="answers">
          <legend>{words.whichAnswer}</legend>
          {answers.map(({ id, text, author, accepted }) => (
            <label key={id}>
              <input type="radio" name="answer" checked={chosen ? chosen == id : accepted} onChange={() => this.setState({ chosen: id, saved: false })} />
              <span dir="auto">
                {author && <b>{author}: </b>}
                {text}
              </span>
            </label>
          ))}
        </fieldset>
        <button class="quiet" aria-disabled={!this.ready(known)}>
          {words.itWasThisOne}
        </button>
        <p role="status">{saved && words.answerFirst}</p>
      </form>
    );
  }
}

/** What is there now, in the order it was read in. */
const asBefore = (before: PublishedAnswer[], now: PublishedAnswer[]) => {
  const place = ({ id }: PublishedAnswer) => (before.findIndex((one) => one.id == id) + before.length + 1) % (before.length + 1);
  return [...now].sort((one, other) => place(one) - place(other));
};
