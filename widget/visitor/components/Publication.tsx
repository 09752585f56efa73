// Whether one conversation may be published, where its page is, how to take it back.
import { Component, type ComponentChildren } from "preact";
import type { ConsentView } from "../../wire/contracts";
import { CONSENT, wordsIn } from "../after/wordsIn";
import type { Part } from "./acts";

interface Published extends Part {
  threadId: string;
  consent: ConsentView;
  changed(consent: ConsentView): void;
  /** What else its page asks of whoever has it before them. */
  children?: ComponentChildren;
}

export class Publication extends Component<Published, { sure?: boolean }> {
  async say(given: boolean) {
    const { act, threadId, changed } = this.props;
    const { value, refusal } = await act.http.post<ConsentView>(`threads/${threadId}/consent`, given ? { given, version: CONSENT } : { given });
    this.setState({ sure: false });
    if (refusal) act.aside(refusal);
    else changed(value!);
  }

  render({ state, consent, children }: Published, { sure }: { sure?: boolean }) {
    const words = wordsIn(state.language);
    const { given, publication, page } = consent;
    const quiet = (label: string, press: () => void) => (
      <button class="text" onClick={press}>
        {label}
      </button>
    );
    if (publication == "withdrawn") return <p role="status">{words.takenDown}</p>;
    if (page)
      return (
        <>
          <p role="status">{sure ? words.sure : words.isPublic}</p>
          {sure ? (
            <>
              {quiet(words.takeDown, () => void this.say(false))}
              {quiet(words.keep, () => this.setState({ sure: false }))}
            </>
          ) : (
            <>
              <a href={page} target="_blank" rel="noopener">
                {words.seePage}
              </a>
              {quiet(words.takeDown, () => this.setState({ sure: true }))}
              {children}
            </>
          )}
        </>
      );
    const isRejected = publication == "rejected";
    return (
      <>
        <p role="status">{isRejected ? words.staysPrivate : given ? words.agreed : words.notAgreed}</p>
        {!given && !isRejected && <p>{words.mayPublishMore}</p>}
        {given ? quiet(words.changedMind, () => void this.say(false)) : !isRejected && quiet(words.afterAll, () => void this.say(true))}
      </>
    );
  }
}
