import { signal } from "@preact/signals";

const SLOT = "community-widget.drafts";

/** Unsent text by thread: in memory, and in the tab's storage where the browser lets us. */
export function createDrafts(storage: () => Storage = () => sessionStorage) {
  const all = signal<Readonly<Record<string, string>>>(stored(storage));

  const keep = (next: Record<string, string>) => {
    all.value = next;
    try {
      storage().setItem(SLOT, JSON.stringify(next));
    } catch {
      // Blocked or full: memory still has it.
    }
  };

  const set = (id: string, text: string) => {
    const { [id]: _, ...rest } = all.peek();
    keep(text ? { ...rest, [id]: text } : rest);
  };

  return {
    get: (id: string) => all.value[id] ?? "",
    set,
    /** The next person at this screen shall not find them. */
    clear: () => keep({}),
    /** Puts text back in front of what was typed meanwhile. */
    giveBack: (id: string, text: string) => {
      const typed = all.peek()[id];
      set(id, typed ? `${text}\n${typed}` : text);
    },
  };
}

function stored(storage: () => Storage): Record<string, string> {
  try {
    return JSON.parse(storage().getItem(SLOT) ?? "{}") as Record<string, string>;
  } catch {
    return {};
  }
}

export type Drafts = ReturnType<typeof createDrafts>;
