import { pagesOf } from "../store/pages";
import { useSession } from "./session";

/** For those who work on several pages; most have only this one. */
export function YourPages() {
  const { store, t } = useSession();
  const pages = pagesOf(store.roles.value);
  const here = store.place === "agent" ? "inbox" : "console";
  if (pages.every((page) => page === here)) return null;
  return (
    <nav class="pages" aria-label={t.yourPages}>
      {pages.map((page) => (
        <a key={page} href={`/${page}?lang=${store.preferences.language.value}`} aria-current={page === here ? "page" : undefined}>
          {t.pages[page]}
        </a>
      ))}
    </nav>
  );
}
