// Several answers on the page made of a conversation: whoever asked says which one it was, and that one stands first.
import { Component } from "preact";
import type { PublishedAnswer, PublishedAnswers } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import type { Part } from "./acts";

interface Known {
  answers?: PublishedAnswer[];
  saved?: boolean;
}

export class PageAnswers extends Component<Part, Known> {
  override componentDidMount() {
    void this.props.act.http.get<PublishedAnswers>(this.path()).then(({ value }) => this.setState({ answers: value?.answers }));
  }

  path = () => `threads/${this.props.state.thread!.threadId}/answers`;

  async accept(answer: string) {
    const { value, refusal } = await this.props.act.http.post<PublishedAnswers>(this.path(), { answer });
    if (refusal) this.props.act.aside(refusal);
    else this.setState({ answers: value!.answers, saved: true });
  }

  render({ state }: Part, { answers, saved }: Known) {
    if (!answers?.[1]) return null;
    const words = wordsIn(state.language);
    return (
      <fieldset class="answers">
        <legend>{words.whichAnswer}</legend>
        {answers.map(({ id, text, author, accepted }) => (
          <label key={id}>
            <input type="radio" name="answer" checked={accepted} onChange={() => void this.accept(id)} />
            <span dir="auto">
              {author && <b>{author}: </b>}
              {text}
            </span>
          </label>
        ))}
        {saved && <p role="status">{words.answerFirst}</p>}
      </fieldset>
    );
  }
}
