import { effect } from "@preact/signals";
import type { HelpCallView, OfferView, WaitingQuestion } from "../../../wire/contracts";
import { nameOf } from "../store/names";
import { isGivenTo } from "../store/standing";
import type { Store } from "../store";
import { showBadge } from "./app";
import { closeNotification, showNotification } from "./notifications";
import { oneOfUs } from "./oneOfUs";
import { playOffer } from "./sound";

/** Everything that reaches a member who looks elsewhere: a tone, a notification, the tab's title, the app's badge. */
export function createAlerts(store: Store) {
  const baseTitle = () => {
    const texts = store.texts.value;
    const place = store.place === "agent" ? texts.inboxTitle : texts.consoleTitle;
    return store.siteName.value ? `${place} · ${store.siteName.value}` : place;
  };

  effect(() => {
    const given = (store.waiting.lines.value ?? []).filter(({ question, gone }) => !gone && isGivenTo(question, store.me.value?.id));
    const open = store.offers.open().length + store.unread.value.length + store.inbox.waiting.value + given.length;
    document.title = open ? `(${open}) ${baseTitle()}` : baseTitle();
    showBadge(open);
  });

  async function ring(id: string, title: string, words: string) {
    if (!(await oneOfUs(id))) return;
    if (store.preferences.sound.peek()) playOffer();
    await showNotification(id, title, words);
  }

  /** A parked question is ours to answer: somebody thought of us. */
  function questionGiven(question: Pick<WaitingQuestion, "threadId" | "text" | "visitor">) {
    const texts = store.texts.peek();
    const words = `${nameOf(question, texts)}: ${question.text}`;
    store.announced.value = `${texts.givenToYou} – ${words}`;
    void ring(question.threadId, texts.givenToYou, words);
  }

  return {
    offerCame(view: OfferView) {
      const texts = store.texts.peek();
      const name = nameOf(view, texts);
      store.announced.value = texts.announceOffer(name, view.text);
      void ring(view.offerId, texts.offersCount(1), `${name}: ${view.text}`);
    },
    helpWanted(call: HelpCallView) {
      const words = `${store.texts.peek().calledBy(call.asker.name ?? store.texts.peek().somebody)} – ${call.text}`;
      store.announced.value = words;
      void ring(call.callId, store.texts.peek().helpCalls, words);
    },
    /** In the inbox a waiting question is what an offer is to a super user. Parked ones can wait in silence. */
    questionWaits(question: Pick<WaitingQuestion, "threadId" | "state" | "text" | "visitor" | "assignee">) {
      if (isGivenTo(question, store.me.peek()?.id)) return questionGiven(question);
      if (store.place !== "agent" || question.state !== "waiting") return;
      const texts = store.texts.peek();
      const words = texts.announceWaiting(nameOf(question, texts), question.text);
      store.announced.value = words;
      void ring(question.threadId, texts.waiting, words);
    },
    questionGiven,
    offerOver: (id: string) => void closeNotification(id),
  };
}

export type Alerts = ReturnType<typeof createAlerts>;
