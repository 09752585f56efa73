import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useSession } from "./session";

/** Tells that the newest message was on the screen: the page in front, the talk visible, the log at its end. */
export function useSeen({ threadId, responderSeen, head, ours }: { threadId: string; responderSeen: number; head: number; ours: boolean }, element: RefObject<HTMLElement | null>, atBottom: boolean) {
  const { store, writing } = useSession();
  const [onScreen, setOnScreen] = useState(false);

  useEffect(() => {
    const watcher = new IntersectionObserver(([entry]) => setOnScreen(entry!.isIntersecting));
    watcher.observe(element.current!);
    return () => watcher.disconnect();
  }, []);

  const live = store.line.value === "live" || store.line.value === "slow";
  useEffect(() => {
    const tell = () => ours && onScreen && atBottom && live && document.visibilityState === "visible" && writing.seen(threadId);
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [threadId, head, responderSeen, ours, onScreen, atBottom, live]);
}
