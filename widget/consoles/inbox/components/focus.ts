import { useEffect, useRef } from "preact/hooks";

/** Takes the focus once it is there: what `autofocus` does for a page, and not for what comes later. */
export function useFocus<T extends HTMLElement>() {
  const place = useRef<T>(null);
  useEffect(() => place.current?.focus(), []);
  return place;
}
