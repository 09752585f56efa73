import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./components/App";
import { followKeyboard } from "./components/viewport";
import { startSession } from "./services/session";
import type { Place } from "./store";
import css from "./styles/console.css";

/** Draws a console into the server's `#app`. */
export function mount(place: Place) {
  const root = document.getElementById("app")!;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  followKeyboard();

  const session = startSession(place, root.dataset.hub ?? `/hubs/${place}`, root.dataset.locale ?? document.documentElement.lang);
  effect(() => {
    document.documentElement.lang = session.store.preferences.language.value;
  });
  root.replaceChildren();
  render(<App session={session} inMain={root.closest("main") !== null} />, root);
}
