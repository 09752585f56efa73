// The visitor's app: mounted by the loader into its shadow root.
import { render } from "preact";
import type { Doorway, VisitorApp } from "../loader/doorway";
import { readableAccent } from "../ui/accent";
import { App } from "./components/App";
import { Badge } from "./components/Badge";
import { makeConversation } from "./services/conversation";
import { listenForKeys } from "./services/keys";
import { chosenLanguage, forgetLanguage } from "./services/language";
import { makeMemory } from "./services/memory";
import { followViewport } from "./services/viewport";
import { makeStore } from "./store/store";
import css from "./styles/visitor.css";
import { spoken, textsFor } from "./texts/texts";
import { styled } from "./util/styled";

/** A phone, or a window so low or so far zoomed that beside the panel there would be no page left to see. */
const WHOLE_SCREEN = "(max-width:480px),(max-height:480px)";

export async function mount(door: Doorway): Promise<VisitorApp> {
  const { root, section, launcher, panel, site } = door;
  const chosen = chosenLanguage(site);
  if (chosen) door.setLocale(chosen);
  const store = makeStore({
    open: false,
    language: spoken(door.language),
    texts: await textsFor(door.language),
    thread: null,
    events: [],
    pending: [],
    draft: "",
    asking: false,
    arriving: false,
    error: null,
    typing: null,
    link: "none",
    continuing: false,
  });
  const conversation = makeConversation(door, store, makeMemory(site));

  section.classList.add("widget");
  launcher.className = "launcher";
  panel.className = "panel";
  panel.role = "dialog";
  // A press on its paper keeps the focus in it.
  panel.tabIndex = -1;
  styled(root, css + accentRules(door.look.accent));
  const corner = section.insertBefore(document.createElement("span"), panel);
  corner.className = "corner";

  /** Nothing listens on the page before its visitor has acted. */
  let fit: (() => void) | undefined;
  const listen = () => {
    listenForKeys(section, panel, root, door.close);
    document.addEventListener("visibilitychange", () => store.set({}));
    return followViewport(root, panel, WHOLE_SCREEN);
  };

  const focus = () => [".box textarea", "[role=log]", ".scroll", "button"].map((one) => panel.querySelector<HTMLElement>(one)).find(Boolean)?.focus();
  const draw = () => {
    const state = store.get();
    if (state.open && !document.hidden) conversation.seen();
    const had = root.activeElement;
    panel.ariaLabel = state.texts.panel(door.look.name);
    section.lang = state.language;
    render(<App state={store.get()} act={conversation} set={store.set} door={door} />, panel);
    // The element that had the focus left with the screen before; the page's own focus is never taken.
    if (had && !root.activeElement) focus();
    render(<Badge state={store.get()} />, corner);
  };
  let drawing = false;
  // Several changes in one go are one picture.
  store.watch(() => {
    if (drawing) return;
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      draw();
    });
  });
  conversation.resume();
  draw();

  return {
    opened() {
      (fit ??= listen())();
      panel.ariaModal = matchMedia(WHOLE_SCREEN).matches ? "true" : null;
      store.set({ open: true });
      draw();
      focus();
    },
    closed: () => store.set({ open: false }),
    ask(typed) {
      const text = typed?.trim();
      if (text && store.get().thread) store.set({ draft: text });
      else if (text) void conversation.ask(text);
    },
    async told() {
      const { language } = door;
      store.set({ language: spoken(language), texts: await textsFor(language) });
    },
    stop() {
      conversation.stop();
      forgetLanguage(site);
      render(null, panel);
      corner.remove();
    },
  };
}

/** The doubled class outranks the tokens. */
function accentRules(colour: string): string {
  const { light, dark } = readableAccent(colour);
  const rule = (accent: string) => `.widget.widget{--cw-accent:${accent}}`;
  return rule(light) + `@media(prefers-color-scheme:dark){${rule(dark)}}`;
}
