import type { Chat } from "../store/chat";
import { useSession } from "./session";
import { ShopContext } from "./ShopContext";
import { SimilarAnswers } from "./SimilarAnswers";

/** The page and the product beside the talk. */
export function About({ chat, name }: { chat: Chat; name: string }) {
  const { parts, t } = useSession();
  return (
    <section class="about" aria-label={t.about(name)}>
      {chat.page || chat.product ? <ShopContext page={chat.page} product={chat.product} /> : <p class="soft-text">{t.nothingKnown}</p>}
      <SimilarAnswers key={chat.threadId} chat={chat} />
      {parts.Beside && <parts.Beside chat={chat} />}
    </section>
  );
}
