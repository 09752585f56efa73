// What this browser keeps of a visit. Storage may be refused or full: then everything lives as long as the page, and `refused` hears of it.
import { memoryKey } from "../../loader/doorway";

export interface Kept {
  /** Empty when the server knows us no more. */
  token: string | null;
  thread: string | null;
  /** True while the next page has something to go on with by itself. */
  open: boolean;
  /** Whom the shop has named, until when its server believes it, and how long the shop's word itself was good. */
  who?: { sub: string; until: number; exp: number };
  at: number;
}

const IDLE_DAYS = 30;
/** Before the key of a message on its way. */
const OUT = ":out:";

/** Shared by a visitor's pages, or one page's own, from navigation to navigation. */
type Shelf = "localStorage" | "sessionStorage";

type Note = "draft" | "ask" | "shown" | "who";

export function makeMemory(site: string, refused: () => void) {
  const name = memoryKey(site);
  let kept: Kept | null = null;
  let works = true;
  let alone = false;

  function attempt<T>(use: () => T): T | undefined {
    try {
      return use();
    } catch {
      if (works) refused();
      works = false;
    }
  }

  function put(shelf: Shelf, name: string, value: unknown) {
    attempt(() => {
      const storage = window[shelf];
      if (!value) return storage.removeItem(name);
      const text = JSON.stringify(value);
      storage.setItem(name, text);
      // There are browsers that take everything and keep nothing.
      if (storage.getItem(name) != text) throw 0;
    });
  }

  function read<T>(shelf: Shelf, name: string): T | null {
    const text = attempt(() => window[shelf].getItem(name)) ?? "null";
    try {
      return JSON.parse(text) as T;
    } catch {
      return null;
    }
  }

  const names = (shelf: Shelf, part = ":") => attempt(() => Object.keys(window[shelf]).filter((one) => one.startsWith(name + part))) ?? [];

  function forget() {
    kept = null;
    for (const shelf of ["localStorage", "sessionStorage"] as const) for (const one of [name, ...names(shelf)]) put(shelf, one, null);
  }

  /** As it is now: another page may have changed it. */
  function get() {
    if (works && !alone) kept = read<Kept>("localStorage", name);
    if (kept && Date.now() - kept.at > IDLE_DAYS * 86_400_000) forget();
    return kept;
  }

  return {
    get,
    /** Who the shop has named stays, where the change says nothing of it. */
    set(change: Omit<Kept, "at">) {
      kept = { ...get(), ...change, at: Date.now() };
      if (!alone) put("localStorage", name, kept);
    },
    /** From now on this page keeps its visit to itself. */
    stayAlone() {
      alone = true;
    },
    /** This page's own: what is typed, what is being asked, whether its panel is open. */
    note: (what: Note, value: unknown) => put("sessionStorage", `${name}:${what}`, value),
    noted: <T>(what: Note) => read<T>("sessionStorage", `${name}:${what}`),
    /** A message on its way, under its key; null once it is there. */
    send: (key: string, message: unknown) => put("localStorage", name + OUT + key, message),
    unsent: <T>() => names("localStorage", OUT).map((one) => read<T>("localStorage", one)).filter(Boolean) as T[],
    forget,
  };
}

export type Memory = ReturnType<typeof makeMemory>;
