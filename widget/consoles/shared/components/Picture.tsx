import { useState } from "preact/hooks";
import { webAddress } from "../store/links";
import { useSession } from "./session";

/** A product's picture, from the shop or from us; its first letter when there is none or the page's policy would not load it. */
export function Picture({ name, image }: { name: string; image: string | null }) {
  const { store } = useSession();
  const [broken, setBroken] = useState(false);
  const url = webAddress(image);
  const allowed = url && (url.origin === location.origin || store.pictureOrigins.value.includes(url.origin));
  return (
    <span class="picture" aria-hidden="true">
      {allowed && !broken ? <img src={url.href} alt="" loading="lazy" onError={() => setBroken(true)} /> : [...name][0]}
    </span>
  );
}
