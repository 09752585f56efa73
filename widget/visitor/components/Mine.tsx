// The foot of the first screen for whoever was here before: what of theirs is public or may become so, and what is kept of them.
import { Component } from "preact";
import type { ConsentView, OwnConversation, OwnConversations } from "../../wire/contracts";
import { myData } from "../texts/myData";
import { styled } from "../util/styled";
import css from "../styles/aftermath.css";
import type { Part } from "./acts";
import { MyData } from "./MyData";
import { Publication } from "./Publication";

interface Known {
  own?: OwnConversation[];
}

export class Mine extends Component<Part, Known> {
  override componentDidMount() {
    const { http } = this.props.act;
    const { token } = http;
    // What is another visitor's by now is not shown to them.
    void http.get<OwnConversations>("visitors/me/conversations").then(({ value }) => token == http.token && this.setState({ own: value?.conversations }));
  }

  changed(threadId: string, consent: ConsentView) {
    this.setState({ own: this.state.own!.map((one) => (one.threadId == threadId ? { ...one, consent } : one)) });
  }

  render(part: Part, { own }: Known) {
    const { state, door } = part;
    styled(door.root, css);
    const t = myData(state.language);
    return (
      <div class="aftermath soft">
        {own?.[0] && (
          <details>
            <summary>{t.published}</summary>
            <ul>
              {own.map(({ threadId, question, askedAt, consent }) => (
                <li key={threadId}>
                  <p dir="auto">
                    <b>{question}</b> {new Date(askedAt).toLocaleDateString(state.language)}
                  </p>
                  <Publication {...part} threadId={threadId} consent={consent} changed={(now) => this.changed(threadId, now)} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <MyData {...part} />
      </div>
    );
  }
}
