import type { Store } from "../store";
import { fetchTicket, whenSignedOut } from "./api";
import { pauseBefore } from "./backoff";
import { openLine, type Line, type Pushed } from "./hub";
import { within } from "./patience";
import { codeOf, Refused } from "./refused";
import { callTwin, isRepeatable } from "./twins";
import { onWake } from "./wake";

/** A drop shorter than this is not worth a word. */
const QUIET_MS = 1_000;
/** Without a socket the truth is asked for this often. */
const POLL_MS = 3_000, POLL_HIDDEN_MS = 10_000;
const ANSWER_MS = 8_000, PING_MS = 5_000;

/** Keeps a line to the hub: a fresh ticket for every attempt, patient when it fails, at once when the device comes back; and asks by HTTP while there is none. */
export function keepConnected(store: Store, path: string, pushed: Pushed, connected: () => Promise<void>) {
  let line: Line | null = null;
  let attempt = 0;
  let trying = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setTimeout> | undefined;
  let complaint: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let leaving = false;

  const is = (state: Store["line"]["value"]) => {
    clearTimeout(complaint);
    complaint = undefined;
    store.line.value = state;
  };
  const lost = () => {
    if (!isOut()) complaint ??= setTimeout(is, QUIET_MS, "lost");
  };
  const signedOut = () => {
    is("signed-out");
    line?.close();
    clearTimeout(retry);
    clearTimeout(poll);
  };
  whenSignedOut(signedOut);
  /** Waiting brings nobody back in; coming back to this page may. */
  const isOut = () => store.line.peek() === "signed-out";

  const later = (atLeastMs = 0) => {
    if (leaving) return;
    clearTimeout(retry);
    retry = setTimeout(open, Math.max(atLeastMs, pauseBefore(attempt++)));
  };
  const ended = (which: Line) => {
    if (which !== line) return;
    line = null;
    if (leaving) return;
    lost();
    if (!isOut()) later();
  };

  /** No socket opens, but the server answers: a slower console, not a dead one. */
  async function ask() {
    clearTimeout(poll);
    if (asking || line || leaving) return;
    asking = true;
    try {
      await connected();
      if (!line) is("slow");
    } catch {
      lost();
    } finally {
      asking = false;
    }
    if (!line && !isOut()) poll = setTimeout(ask, document.visibilityState === "visible" ? POLL_MS : POLL_HIDDEN_MS);
  }

  async function open() {
    if (trying || line || leaving) return;
    trying = true;
    clearTimeout(retry);
    try {
      const { ticket } = await fetchTicket(store.place);
      let opened: Line | null = null;
      let gone = false;
      opened = await openLine(path, ticket, pushed, () => {
        gone = true;
        if (opened) ended(opened);
      }).catch(() => null);
      if (!opened || gone) {
        later();
        if (!leaving) void ask();
        return;
      }
      line = opened;
      if (leaving) return opened.close();
      await connected();
      if (line !== opened) return;
      clearTimeout(poll);
      attempt = 0;
      store.lineRefused.value = null;
      is("live");
    } catch (error) {
      line?.close();
      store.lineRefused.value = codeOf(error) === "offline" ? null : codeOf(error);
      lost();
      if (!isOut()) later(error instanceof Refused ? (error.retryAfter ?? 0) * 1_000 : 0);
    } finally {
      trying = false;
    }
  }

  async function call<T>(method: string, ...args: unknown[]): Promise<T> {
    const via = line;
    if (!via) return callTwin<T>(method, args);
    try {
      return await within(ANSWER_MS, via.call<T>(method, ...args));
    } catch (error) {
      const code = codeOf(error);
      if (code === "not_signed_in") signedOut();
      if (code !== "offline") throw error;
      via.close();
      if (!isRepeatable(method)) throw error;
      return callTwin<T>(method, args);
    }
  }

  const leave = () => {
    leaving = true;
    line?.close();
  };
  const look = () => {
    leaving = false;
    attempt = 0;
    // A socket that slept may be open on this side only.
    if (line) within(PING_MS, line.ping()).catch(() => line?.close());
    else void open();
  };
  onWake(look, leave);
  void open();

  return {
    call,
    tell: (method: string, ...args: unknown[]) => {
      if (line) line.tell(method, ...args);
      else if (!method.startsWith("Typing")) void callTwin(method, args).catch(() => undefined);
    },
  };
}

export type Connection = ReturnType<typeof keepConnected>;
