import { useEffect, useState } from "preact/hooks";
import { codeOf } from "../services/refused";

/** What a window reads when it opens: not here yet, here, or the code of why not; and another try. */
export function useRead<T>(read: () => Promise<T>) {
  const [{ value, failed }, set] = useState<{ value: T | null; failed: string | null }>({ value: null, failed: null });
  const again = () => void read().then((value) => set({ value, failed: null }), (error: unknown) => set({ value: null, failed: codeOf(error) }));
  useEffect(again, []);
  return { value, failed, again };
}
