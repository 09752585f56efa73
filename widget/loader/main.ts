// widget.js: the launcher, the empty panel and the command queue. Everything else is fetched once the visitor acts.
import { openForCommands } from "./commands";
import type { Doorway, VisitorApp, VisitorModule } from "./doorway";
import { drawFrame } from "./frame";
import { makeHerald } from "./herald";
import { launcherName, pageLanguage } from "./language";

/** Put in by the build: the app's files, its entry first; the languages there are texts in; how every file's name ends. */
declare const FILES: string[];
declare const LANGUAGES: string[];
declare const RELEASE: string;

const early = (window as unknown as { CommunityWidget?: { shutdown?: unknown; twice?: boolean } & unknown[] }).CommunityWidget ?? [];
if (early.shutdown) early.twice ||= !(console.warn("CommunityWidget: loaded twice") as unknown);
// Whoever fetches scripts by other means than a plain tag still has the tag somewhere.
else start(early, (document.currentScript as HTMLScriptElement) ?? document.querySelector("script[data-site]"));

function start(queue: unknown[], tag: HTMLScriptElement) {
  const { site, locale, topic = null } = tag.dataset;
  const base = new URL(".", tag.src).href;
  const { on, off, emit } = makeHerald();
  /** Complete once there is something to show. */
  const door = { base, site, language: pageLanguage(locale), shop: { topic, product: null }, emit, close, setLocale } as unknown as Doorway;
  const { shop } = door;

  let loading: Promise<VisitorApp | void> | undefined;

  const configured = fetch(`${base}api/sites/${site}/widget`).then(async (answer) => {
    const look = await answer.json();
    if (!answer.ok) throw look;
    Object.assign(door, { look }, drawFrame(look.accent, look.ink));
    door.launcher.onclick = () => (door.panel.hidden ? open() : close());
    door.launcher.onfocus = door.launcher.onpointerenter = load;
    show();
    try {
      // A mail's link leads back to a conversation, or one was open on an earlier page. Browsers may refuse the storage.
      // memoryKey, LINK_MARK and what is kept of an open one, written out: names cost bytes on every page. No quote stands unescaped in an address.
      if (/#community-w|":true/.test(location + localStorage["community-widget:" + site])) load();
    } catch {}
    emit("ready");
  });
  const sayUnavailable = (reason: { code?: string }) => emit("unavailable", { reason: reason.code ?? "unreachable" });
  configured.catch(sayUnavailable);

  /** Asks the server for nothing but files: hovering is not acting. */
  const load = () =>
    (loading ??= Promise.all(
      [...FILES, "texts-" + (LANGUAGES.includes(door.language) ? door.language : "en")].map((file) => import(base + "assets/" + file + RELEASE)),
    )
      .then(([module]) => (module as VisitorModule).mount(door))
      .catch((reason) => {
        loading = undefined;
        // Has a lasting name: what a release took away it says.
        import(base + "sorry.js").then((sorry) => sorry.sayReload(door), close);
        sayUnavailable(reason);
      }));

  /** Some frameworks replace the whole document. In a task of its own, so that two who insist on being last cannot freeze the page. */
  const watcher = new MutationObserver(() => setTimeout(attach));

  /** Beside the body, not in it: there is no body yet when the tag stands in the head, and shops without page loads replace theirs. */
  function attach() {
    const html = document.documentElement;
    for (const parent of [document, html]) watcher.observe(parent, { childList: true });
    // After the body, so that Tab comes to us last, on every page.
    if (!door.host.isConnected || document.querySelector("community-widget~body")) html.append(door.host);
    door.launcher.ariaLabel = door.section.ariaLabel = launcherName(door.language);
    // Where reading begins at the right, everything stands the other way round.
    door.section.dir = getComputedStyle(document.body ?? html).direction;
  }

  function show() {
    attach();
    door.section.hidden = false;
  }

  function hide() {
    close();
    door.section.hidden = true;
  }

  async function open() {
    show();
    if (door.panel.hidden) turn(true, "opened");
    const app = await load();
    app?.opened();
    return app;
  }

  function close() {
    if (door.panel.hidden) return;
    const inside = door.root.activeElement;
    turn(false, "closed");
    if (inside) door.launcher.focus();
    tell("closed");
  }

  function turn(open: boolean, event: "opened" | "closed") {
    door.panel.hidden = !open;
    door.launcher.ariaExpanded = open as unknown as string;
    emit(event);
  }

  const tell = (what: "told" | "closed") => loading?.then((app) => app?.[what]());

  function setLocale(language: string) {
    door.language = pageLanguage(language);
    attach();
    return tell("told");
  }

  openForCommands(
    queue,
    configured,
    { on, off, setContext: (context: object) => Object.assign(shop, context) },
    {
      open,
      close,
      show,
      hide,
      ask: (text?: string) => open().then((app) => app?.ask(text)),
      setLocale,
      // Only the app knows all it keeps, also from earlier pages.
      async shutdown() {
        hide();
        (await load())?.stop();
        loading = undefined;
      },
      // Who that is the app asks once its visitor acts; a sign-out does not wait for it.
      identify(jwt: string | null) {
        door.jwt = jwt;
        jwt ?? load();
        return tell("told");
      },
      conversion() {
        throw "not built yet";
      },
    },
  );
}
