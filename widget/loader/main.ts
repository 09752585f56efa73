// widget.js: the launcher, the empty panel and the command queue. Everything else is fetched once the visitor acts.
import type { WidgetConfiguration } from "../wire/contracts";
import { openForCommands } from "./commands";
import { memoryKey, OPEN_MARK, type ShopContext, type VisitorApp, type VisitorModule } from "./doorway";
import { drawFrame, type Frame } from "./frame";
import { makeHerald } from "./herald";
import { launcherName, pageLanguage } from "./language";

/** Language → the app's files, its entry first, and its texts; put in by the build. */
declare const FILES: Record<string, string[]>;

const early = (window as unknown as { CommunityWidget?: unknown[] }).CommunityWidget ?? [];
if (Array.isArray(early)) start(early, document.currentScript as HTMLScriptElement);

function start(queue: unknown[], tag: HTMLScriptElement) {
  const { site = "", locale, topic = null } = tag.dataset;
  const base = new URL(".", tag.src).href;
  const shop: ShopContext = { language: pageLanguage(locale), topic, product: null };
  const { on, off, emit } = makeHerald();

  let frame: Frame;
  let look: WidgetConfiguration;
  let loading: Promise<VisitorApp | void> | undefined;
  let app: VisitorApp | undefined;

  const configured = fetch(`${base}api/sites/${site}/widget`, { credentials: "omit" }).then(async (answer) => {
    look = await answer.json();
    if (!answer.ok) throw look;
    frame = drawFrame(look.accent);
    frame.launcher.onclick = () => (frame.panel.hidden ? open() : close());
    frame.launcher.onfocus = frame.launcher.onpointerenter = load;
    label();
    show();
    try {
      // A conversation was open on an earlier page. Browsers may refuse the storage.
      if (localStorage[memoryKey(site)]?.includes(OPEN_MARK)) load();
    } catch {}
    emit("ready");
  });
  const sayUnavailable = (reason: { code?: string }) => emit("unavailable", { reason: reason.code ?? "unreachable" });
  configured.catch(sayUnavailable);

  /** A command that waits until there is something to show. */
  const whenDrawn =
    <T>(work: (argument: T) => unknown) =>
    (argument: T) =>
      configured.then(() => work(argument));

  /** Asks the server for nothing but files: hovering is not acting. */
  const load = () =>
    (loading ??= Promise.all((FILES[shop.language] ?? FILES.en!).map((file) => import(`${base}assets/${file}.js`)))
      .then(([module]) => (module as VisitorModule).mount({ base, site, look, shop, emit, close, ...frame }))
      .then(
        (mounted) => (app = mounted),
        (reason) => {
          loading = undefined;
          close();
          sayUnavailable(reason);
        },
      ));

  function label() {
    frame.launcher.ariaLabel = frame.section.ariaLabel = launcherName(shop.language);
  }

  /** Beside the body, not in it: there is no body yet when the tag stands in the head, and shops without page loads replace theirs. */
  function show() {
    document.documentElement.append(frame.host);
  }

  function hide() {
    close();
    frame.host.remove();
  }

  function open() {
    show();
    if (frame.panel.hidden) {
      turn(true, "opened");
      frame.panel.focus();
    }
    return load().then((app) => (app?.opened(), app));
  }

  function close() {
    if (frame.panel.hidden) return;
    const inside = frame.root.activeElement;
    turn(false, "closed");
    if (inside) frame.launcher.focus();
    app?.closed();
  }

  function turn(open: boolean, event: string) {
    frame.panel.hidden = !open;
    frame.launcher.ariaExpanded = open as unknown as string;
    emit(event);
  }

  const soon = () => {
    throw "not built yet";
  };

  openForCommands(queue, {
    on,
    off,
    open: whenDrawn(open),
    close: whenDrawn(close),
    show: whenDrawn(show),
    hide: whenDrawn(hide),
    ask: whenDrawn((text = "") => open().then((app) => app?.ask(text.trim()))),
    setLocale: whenDrawn((language: string) => {
      shop.language = pageLanguage(language);
      label();
      app?.told();
    }),
    setContext: ({ language, ...context }) => Object.assign(shop, context),
    // Only the app knows all it keeps, also from earlier pages.
    shutdown: whenDrawn(async () => {
      hide();
      (await load())?.stop();
      app = loading = undefined;
    }),
    identify: soon,
    conversion: soon,
  });
}
