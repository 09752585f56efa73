// The visitor's app: mounted by the loader into its shadow root.
import { render } from "preact";
import { LINK_MARK, type Doorway, type VisitorApp } from "../loader/doorway";
import { readableAccent } from "../ui/accent";
import { App, Talk } from "./components/App";
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
    continuing: false,
    lost: false,
    unkept: false,
  });
  const memory = makeMemory(site, () => store.set({ unkept: true }));
  const conversation = makeConversation(door, store, memory, () => void Talk.load());
  // Its signal takes our listeners off.
  const over = new AbortController();

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
    listenForKeys(section, panel, root, door.close, over);
    document.addEventListener("visibilitychange", look, over);
    window.addEventListener("storage", conversation.sync, over);
    return followViewport(root, panel, WHOLE_SCREEN, over);
  };
  const look = () => {
    if (document.hidden) return;
    conversation.sync();
    store.set({});
  };

  // Until there is something to write or read, the panel itself.
  let placed = true;
  const focus = () => {
    const place = [".box textarea", "[role=log]"].map((one) => panel.querySelector<HTMLElement>(one)).find(Boolean);
    placed = !!place;
    (place ?? panel).focus();
  };
  const draw = () => {
    const state = store.get();
    if (state.open && !document.hidden) conversation.seen();
    const had = root.activeElement;
    panel.ariaLabel = state.texts.panel(door.look.name);
    section.lang = state.language;
    render(<App state={store.get()} act={conversation} set={store.set} door={door} />, panel);
    // The element that had the focus left with the screen before; the page's own focus is never taken.
    if (had && (!root.activeElement || (!placed && had == panel))) focus();
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
  if (memory.get()) fit = listen();
  conversation.resume();
  const secret = location.hash.split(LINK_MARK)[1];
  if (secret) {
    void conversation.comeBack(secret);
    // Whoever pressed the link wants to read.
    if (panel.hidden) launcher.click();
  }
  // A talk that stood beside the shop's page stands beside its next one; from where it covers the page one leaves to see the page.
  let along: unknown = panel.hidden && memory.get()?.open && memory.noted("shown") && !matchMedia(WHOLE_SCREEN).matches;
  if (along) launcher.click();
  draw();

  return {
    opened() {
      (fit ??= listen())();
      panel.ariaModal = matchMedia(WHOLE_SCREEN).matches ? "true" : null;
      conversation.sync();
      void conversation.identify();
      store.set({ open: true });
      draw();
      memory.note("shown", 1);
      // Nobody pressed anything on this page yet: the focus is the shop's.
      along = !along && focus();
    },
    closed() {
      memory.note("shown", 0);
      store.set({ open: false });
    },
    ask(typed) {
      const text = typed?.trim();
      if (text) void conversation.ask(text);
    },
    async told() {
      const { language, jwt } = door;
      if (jwt === null || memory.get() || store.get().open) void conversation.identify();
      store.set({ language: spoken(language), texts: await textsFor(language).catch(() => store.get().texts) });
    },
    stop() {
      over.abort();
      drawing = true;
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
