import { Component, type ComponentType } from "preact";
import type { Part } from "./acts";

interface FetchedProps extends Part {
  of(): Promise<ComponentType<Part>>;
}

interface Found {
  Found?: ComponentType<Part>;
  failed?: boolean;
}

/** A part of a conversation that few look at, fetched when it shows. Not `later`: what only conversations use stays out of the first bytes. */
export class Fetched extends Component<FetchedProps, Found> {
  override componentDidMount() {
    // After a release an old page asks for files that are no more.
    void this.props.of().then(
      (Found) => this.setState({ Found }),
      () => this.setState({ failed: true }),
    );
  }

  render({ of: _, ...part }: FetchedProps, { Found, failed }: Found) {
    if (Found) return <Found {...part} />;
    return failed ? (
      <p class="soft note" role="status">
        {part.state.texts.reload}
      </p>
    ) : null;
  }
}
