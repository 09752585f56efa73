// Public answers to what is being typed: a list under the question, and one of them read in the panel instead of it.
import { Component } from "preact";
import css from "../styles/suggested.css";
import { makeLook } from "../suggesting/look";
import { suggesting } from "../suggesting/words";
import { styled } from "../util/styled";
import type { Part } from "./acts";
import { Reading } from "./Reading";

/** Outlives the list while one of its answers is read. */
let look: ReturnType<typeof makeLook> | undefined;

export class Suggested extends Component<Part> {
  override componentDidMount() {
    look ??= makeLook(this.props.act.http);
    this.follow();
    // Whoever comes back to the panel may have gone on to another product.
    this.props.door.root.addEventListener("focusin", this.moved);
  }

  override componentDidUpdate(before: Part) {
    if (before.state.draft != this.props.state.draft) this.follow();
  }

  override componentWillUnmount() {
    look?.stop();
    this.props.door.root.removeEventListener("focusin", this.moved);
  }

  moved = () => {
    if (look!.known(this.props.door)) return;
    this.follow();
    this.setState({});
  };

  follow() {
    const { state, door } = this.props;
    if (state.reading) return;
    look!.typed(state.draft, door, () => this.setState({}));
  }

  render(part: Part) {
    const { state, set, door } = part;
    styled(door.root, css);
    if (state.reading) return <Reading {...part} />;
    const words = suggesting(state.language);
    const shown = (!state.asking && look?.known(door)) || [];
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
                  <button class="quiet" lang={page.language} dir="auto" onClick={() => (look!.known(door) ? set({ reading: page, error: null }) : this.moved())}>
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
