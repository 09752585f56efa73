import { Component } from "preact";
import css from "../styles/aftermath.css";
import { myData } from "../texts/myData";
import { styled } from "../util/styled";
import type { Part } from "./acts";

interface Shown {
  sure?: boolean;
  note?: string;
}

/** What is kept of this visitor: theirs to take along, or to erase. */
export class MyData extends Component<Part, Shown> {
  async ask(what: "archive" | "erase") {
    const { act, door, set, state } = this.props;
    const t = myData(state.language);
    const headers = { "X-Site": door.site, "X-Visitor": act.http.token! };
    const erasing = what == "erase";
    if (erasing) act.rest(true);
    const answer = await fetch(`${door.base}api/visitors/me/${what}`, { method: "POST", credentials: "omit", headers }).catch(() => null);
    if (!answer?.ok) {
      if (erasing) act.rest(false);
      return this.setState({ sure: false, note: t.failed });
    }
    if (!erasing) return save(await answer.blob());
    act.stop();
    set({ error: t.erased });
  }

  render({ state, door }: Part, { sure, note }: Shown) {
    styled(door.root, css);
    const t = myData(state.language);
    return (
      <details>
        <summary>{t.title}</summary>
        <p class="soft">{sure ? t.sure : t.lead}</p>
        <div class="row">
          <button class="quiet" onClick={() => (sure ? this.setState({ sure: false }) : void this.ask("archive"))}>
            {sure ? t.no : t.take}
          </button>
          <button class="quiet" onClick={() => (sure ? void this.ask("erase") : this.setState({ sure: true, note: "" }))}>
            {sure ? t.yes : t.erase}
          </button>
        </div>
        {note && <p role="alert">{note}</p>}
      </details>
    );
  }
}

function save(file: Blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "my-data.zip";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
