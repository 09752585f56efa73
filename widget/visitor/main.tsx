// The visitor's app: mounted by the loader into its shadow root.
import { render } from "preact";
import type { Doorway, VisitorApp } from "../loader/doorway";
import { readableAccent } from "../ui/accent";
import { App, Talk } from "./components/App";
import { Badge } from "./components/Badge";
import { makeConversation } from "./services/conversation";
import { listenForKeys } from "./services/keys";
import { makeMemory } from "./services/memory";
import { followViewport } from "./services/viewport";
import { makeStore } from "./store/store";
import css from "./styles/visitor.css";
import { textsFor } from "./texts/texts";
import { styled } from "./util/styled";

const PHONE = "(max-width: 480px)";

export async function mount(door: Doorway): Promise<VisitorApp> {
  const { root, section, launcher, panel, shop } = door;
  const store = makeStore({
    open: false,
    language: shop.language,
    texts: await textsFor(shop.language),
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
  const memory = makeMemory(door.site, () => store.set({ unkept: true }));
  const conversation = makeConversation(door, store, memory, () => void Talk.load());
  // Its signal takes our listeners off.
  const over = new AbortController();

  section.classList.add("widget");
  launcher.className = "launcher";
  panel.className = "panel";
  panel.role = "dialog";
  styled(root, css + accentRules(door.look.accent));
  const corner = section.insertBefore(document.createElement("span"), panel);
  corner.className = "corner";
  followViewport(root, panel);
  listenForKeys(section, panel, root, door.close);

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
  const look = () => {
    if (document.hidden) return;
    conversation.sync();
    store.set({});
  };
  document.addEventListener("visibilitychange", look, over);
  window.addEventListener("storage", conversation.sync, over);
  conversation.resume();
  draw();

  return {
    opened() {
      panel.ariaModal = matchMedia(PHONE).matches ? "true" : null;
      conversation.sync();
      store.set({ open: true });
      draw();
      focus();
    },
    closed: () => store.set({ open: false }),
    ask(text) {
      if (text && store.get().thread) store.set({ draft: text });
      else if (text) conversation.ask(text);
    },
    async told() {
      const { language } = shop;
      store.set({ language, texts: await textsFor(language).catch(() => store.get().texts) });
    },
    stop() {
      over.abort();
      drawing = true;
      conversation.stop();
      render(null, panel);
      corner.remove();
    },
  };
}

/** The doubled class outranks the tokens. */
function accentRules(colour: string): string {
  const { light, dark } = readableAccent(colour);
  const rule = (accent: string) => `.widget.widget{--accent:${accent}}`;
  return rule(light) + `@media(prefers-color-scheme:dark){${rule(dark)}}`;
}
