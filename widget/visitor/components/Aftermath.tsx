// What became of a conversation that is over: whether it may be published, where its page is, how to take it back.
import { Component } from "preact";
import type { ConsentView } from "../../wire/contracts";
import { wordsIn } from "../after/wordsIn";
import { PageAnswers } from "./PageAnswers";
import { Publication } from "./Publication";
import css from "../styles/aftermath.css";
import { styled } from "../util/styled";
import type { Part } from "./acts";

/** In one part with it: all show once a conversation has ended. */
export { Mine } from "./Mine";
export { MyData } from "./MyData";
export { Reported } from "./Reported";

interface Known {
  consent?: ConsentView | null;
}

export class Aftermath extends Component<Part, Known> {
  override componentDidMount() {
    void this.look();
  }

  async look() {
    const { act, state } = this.props;
    const { value } = await act.http.get<ConsentView>(`threads/${state.thread!.threadId}/consent`);
    this.setState({ consent: value });
  }

  render(part: Part, { consent }: Known) {
    const { state, door } = part;
    styled(door.root, css);
    const words = wordsIn(state.language);
    return (
      <div class="aftermath soft">
        {/* Whoever was not content is not asked again. */}
        {consent && (consent.given || consent.publication != "none" || state.thread!.stars! > 3) && (
          <div role="group" aria-label={words.mayPublish}>
            <Publication {...part} threadId={state.thread!.threadId} consent={consent} changed={(consent) => this.setState({ consent })}>
              <PageAnswers {...part} />
            </Publication>
          </div>
        )}
      </div>
    );
  }
}
