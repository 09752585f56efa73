import { signal } from "@preact/signals";

/** How many talks stand side by side, by the width of the window. */
const ROOM: [columns: number, from: string][] = [
  [3, "(min-width: 1440px)"],
  [2, "(min-width: 1200px)"],
];

const fitting = () => ROOM.find(([, query]) => globalThis.matchMedia?.(query).matches)?.[0] ?? 1;

export const columns = signal(fitting());

for (const [, query] of ROOM) globalThis.matchMedia?.(query).addEventListener("change", () => (columns.value = fitting()));
