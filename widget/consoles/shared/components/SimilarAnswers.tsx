import { useEffect, useState } from "preact/hooks";
import type { Suggestion } from "../../../wire/contracts";
import { fetchSimilar } from "../services/api";
import type { Chat } from "../store/chat";
import { isOpen, standingOf } from "../store/standing";
import { Outward } from "./ShopContext";
import { useSession } from "./session";

/** Public answers to much the same: whoever answers pastes one with its link and makes it fit. */
export function SimilarAnswers({ chat }: { chat: Chat }) {
  const { store, t } = useSession();
  const [pages, setPages] = useState<Suggestion[]>([]);
  const [pasted, setPasted] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    // A help beside the talk: without it the talk goes on.
    fetchSimilar(chat.threadId).then((found) => shown && setPages(found.pages), () => undefined);
    return () => void (shown = false);
  }, [chat.threadId]);
  if (pages.length === 0) return null;
  const writes = isOpen(standingOf(chat, store.me.value?.id));
  const paste = ({ pageId, answer, url }: Suggestion) => {
    const typed = store.drafts.get(chat.threadId);
    store.drafts.set(chat.threadId, `${typed ? `${typed}\n` : ""}${answer}\n${url}`);
    store.view.focusOn.value = chat.threadId;
    setPasted(pageId);
  };
  return (
    <details class="similar" open={matchMedia("(min-width: 721px)").matches}>
      <summary>
        {t.similar} ({pages.length})
      </summary>
      <ul>
        {pages.map((page) => (
          <li key={page.pageId} lang={page.language}>
            <Outward href={page.url} text={page.title} strong />
            {(page.productName || page.isOutdated) && (
              <p class="soft-text">
                {page.productName && <span dir="auto">{page.productName}</span>}
                {page.productName && page.isOutdated && " · "}
                {page.isOutdated && <strong lang={store.preferences.language.value}>{t.maybeOutdated}</strong>}
              </p>
            )}
            <p class="soft-text similar-answer" lang={page.answerLanguage} dir="auto">
              {page.answer}
            </p>
            {writes && (
              <button type="button" class="text-button" lang={store.preferences.language.value} aria-label={`${t.pasteAnswer}: ${page.title}`} onClick={() => paste(page)}>
                {t.pasteAnswer}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="soft-text" role="status">
        {pasted && t.pasted}
      </p>
    </details>
  );
}
