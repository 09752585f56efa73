import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./components/App";
import { followHistory } from "./components/history";
import { followKeyboard } from "./components/viewport";
import { beAnApp } from "./services/app";
import { startSession } from "./services/session";
import type { MakeParts } from "./components/parts";
import type { Place } from "./store";

/** Draws a console into the server's `#app`. */
export function mount(place: Place, css: string, partsOf: MakeParts = () => ({})) {
  const root = document.getElementById("app")!;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  followKeyboard();

  const { hub, locale, me } = root.dataset;
  const session = startSession(place, hub ?? `/hubs/${place}`, locale ?? document.documentElement.lang, me ?? "");
  followHistory(session.store.view);
  beAnApp(place === "agent" ? "/inbox" : "/console");
  effect(() => {
    document.documentElement.lang = session.store.preferences.language.value;
  });
  root.replaceChildren();
  render(<App session={session} parts={partsOf(session)} inMain={root.closest("main") !== null} />, root);
}
