import { signal } from "@preact/signals";

const PREFIX = "community-widget.kept.";
/** What nobody came back for. */
const FORGET_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * What must outlive the page, on this device and for one member. Each thing has an entry of its own, so that two tabs never
 * overwrite each other's. Where the browser refuses, memory still has it, and `refused` says so.
 */
export function createKept(owner: string, storage: () => Storage = () => localStorage) {
  const mine = `${PREFIX}${owner}.`;
  const refused = signal(false);
  const memory = new Map<string, unknown>();

  try {
    prune(storage(), mine, memory);
    storage().setItem(`${PREFIX}probe`, "1");
    storage().removeItem(`${PREFIX}probe`);
  } catch {
    refused.value = true;
  }

  return {
    refused,
    /** Everything whose name begins so, by the rest of its name. */
    all: <T>(kind: string): [string, T][] =>
      [...memory].filter(([name]) => name.startsWith(kind)).map(([name, value]) => [name.slice(kind.length), value as T]),
    /** Null forgets it. */
    put(name: string, value: unknown) {
      if (value === null) memory.delete(name);
      else memory.set(name, value);
      try {
        if (value === null) storage().removeItem(mine + name);
        else storage().setItem(mine + name, JSON.stringify({ at: Date.now(), value }));
        refused.value = false;
      } catch {
        refused.value = true;
      }
    },
    /** Another tab of the same member wrote or forgot something. */
    onOther<T>(kind: string, heard: (name: string, value: T | null) => void) {
      globalThis.addEventListener?.("storage", ({ key, newValue }) => {
        if (!key?.startsWith(mine + kind)) return;
        const name = key.slice(mine.length);
        const value = newValue === null ? null : (parsed(newValue)?.value ?? null);
        if (value === null) memory.delete(name);
        else memory.set(name, value);
        heard(name.slice(kind.length), value as T | null);
      });
    },
    /** The next person at this screen shall not find it. */
    clear() {
      for (const name of [...memory.keys()]) this.put(name, null);
    },
  };
}

function prune(storage: Storage, mine: string, memory: Map<string, unknown>) {
  const names = Array.from({ length: storage.length }, (_, at) => storage.key(at)!).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const entry = parsed(storage.getItem(name)!);
    if (!entry || Date.now() - entry.at > FORGET_AFTER_MS) storage.removeItem(name);
    else if (name.startsWith(mine)) memory.set(name.slice(mine.length), entry.value);
  }
}

function parsed(text: string): { at: number; value: unknown } | null {
  try {
    const entry = JSON.parse(text) as { at?: unknown; value: unknown } | null;
    return typeof entry?.at === "number" ? (entry as { at: number; value: unknown }) : null;
  } catch {
    return null;
  }
}

export type Kept = ReturnType<typeof createKept>;
