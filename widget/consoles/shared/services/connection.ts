import type { Store } from "../store";
import { fetchTicket } from "./api";
import { pauseBefore } from "./backoff";
import { openLine, type Line, type Pushed } from "./hub";
import { Refused } from "./refused";

/** A drop shorter than this is not worth a word. */
const QUIET_MS = 1_000;

/** Keeps a line to the hub: a fresh ticket for every attempt, patient when it fails, at once when the device comes back. */
export function keepConnected(store: Store, path: string, pushed: Pushed, connected: () => Promise<void>) {
  let line: Line | null = null;
  let attempt = 0;
  let trying = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let complaint: ReturnType<typeof setTimeout> | undefined;
  let leaving = false;

  const later = (atLeastMs = 0) => {
    line = null;
    if (leaving) return;
    complaint ??= setTimeout(() => (store.line.value = "lost"), QUIET_MS);
    clearTimeout(retry);
    retry = setTimeout(open, Math.max(atLeastMs, pauseBefore(attempt++)));
  };
  const live = () => {
    attempt = 0;
    clearTimeout(complaint);
    complaint = undefined;
    store.line.value = "live";
  };

  async function open() {
    if (trying || line || leaving) return;
    trying = true;
    clearTimeout(retry);
    try {
      const { ticket } = await fetchTicket(store.place);
      line = await openLine(path, ticket, pushed, () => later());
      await connected();
      if (line) live();
    } catch (error) {
      if (line) line.close();
      else later(error instanceof Refused ? (error.retryAfter ?? 0) * 1_000 : 0);
    } finally {
      trying = false;
    }
  }

  const now = () => {
    attempt = 0;
    void open();
  };
  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && now());
  // An open socket would keep the page out of the browser's back-forward cache.
  addEventListener("pagehide", () => {
    leaving = true;
    line?.close();
  });
  addEventListener("pageshow", () => {
    leaving = false;
    now();
  });
  void open();

  return {
    call: <T>(method: string, ...args: unknown[]) => (line ? line.call<T>(method, ...args) : Promise.reject(Refused.offline())),
    tell: (method: string, ...args: unknown[]) => line?.tell(method, ...args),
  };
}

export type Connection = ReturnType<typeof keepConnected>;
