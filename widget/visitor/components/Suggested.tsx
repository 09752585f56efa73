// Public answers to what is being typed: a list under the question, and one of them read in the panel instead of it.
import { Component } from "preact";
import type { Suggestion } from "../../wire/contracts";
import css from "../styles/suggested.css";
import { makeLook } from "../suggesting/look";
import { suggesting } from "../suggesting/words";
import { styled } from "../util/styled";
import type { Part } from "./acts";
import { Reading } from "./Reading";

interface Known {
  pages: Suggestion[];
}

/** Outlives the list while one of its answers is read. */
let look: ReturnType<typeof makeLook> | undefined;

export class Suggested extends Component<Part, Known> {
  override state: Known = { pages: look?.known() ?? [] };

  override componentDidMount() {
    look ??= makeLook(this.props.act.http);
    this.follow();
  }

  override componentDidUpdate(before: Part) {
    if (before.state.draft != this.props.state.draft) this.follow();
  }

  override componentWillUnmount() {
    look?.stop();
  }

  follow() {
    const { state, door } = this.props;
    if (state.reading) return;
    look!.typed(state.draft, door, (pages) => pages != this.state.pages && this.setState({ pages }));
  }

  render(part: Part, { pages }: Known) {
    const { state, set, door } = part;
    styled(door.root, css);
    if (state.reading) return <Reading {...part} />;
    const words = suggesting(state.language);
    const shown = state.asking ? [] : pages;
    return (
      <div class="suggested">
        {/* Said once it is there; the focus stays where somebody types. */}
        <p class="hidden" role="status">
          {shown.length ? words.count(shown.length) : ""}
        </p>
        {shown.length > 0 && (
          <div role="group" aria-label={words.found}>
            <p class="label" aria-hidden="true">
              {words.found}
            </p>
            <ul>
              {shown.map((page) => (
                <li key={page.pageId}>
                  <button class="quiet" lang={page.language} dir="auto" onClick={() => set({ reading: page, error: null })}>
                    <strong>{page.title}</strong> {page.productName && <small dir="auto">{page.productName}</small>} <span class="soft">{page.answer}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    );
  }
}
