// A part of the app that is fetched when it is first shown.
import { Component, type ComponentType } from "preact";

export function later<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>) {
  return class Later extends Component<Props, { Part?: ComponentType<Props> }> {
    override componentDidMount() {
      fetchPart().then(
        (Part) => this.setState({ Part }),
        () => {},
      );
    }

    render(props: Props, { Part }: { Part?: ComponentType<Props> }) {
      return Part ? <Part {...props} /> : null;
    }
  };
}
