// A part of the app that is fetched when it is first shown, or a little before.
import { Component, type ComponentType } from "preact";
import type { Part } from "./acts";

export function later(fetchPart: () => Promise<ComponentType<Part>>) {
  let Found: ComponentType<Part> | undefined;
  let failed = false;
  const load = () =>
    fetchPart().then(
      (part) => (Found = part),
      // After a release an old page asks for files that are no more.
      () => (failed = true),
    );
  class Later extends Component<Part> {
    override componentDidMount() {
      if (!Found) void load().then(() => this.props.set({}));
    }

    render(part: Part) {
      if (Found) return <Found {...part} />;
      return failed ? (
        <p class="soft note" role="status">
          {part.state.texts.reload}
        </p>
      ) : null;
    }
  }
  return Object.assign(Later, { load });
}
