import type { HeadNotice, HelpCallAnswer, HelpCallEnded, HelpCallView, InboxChange, MemberStatus, OfferEnded, OfferView, SeenNotice, ThreadEvent, TypingNotice } from "../../../wire/contracts";
import { hasGap, headOf } from "../store/chat";
import { steadyNow } from "../store/clock";
import type { Store } from "../store";
import { UNDO_MS } from "../store/undo";
import type { Alerts } from "./alerts";
import type { Gate } from "./gate";
import type { Truth } from "./truth";

/** How long the word about an ended offer stays. */
const FAREWELL_MS = 4_000;

/** What the hub pushes, turned into steps of the store. The one place that knows the names of the pushes. */
export function createPushes(store: Store, gate: Gate, truth: Truth, alerts: Alerts) {
  const steps = {
    Event(event: ThreadEvent) {
      store.chats.event(event);
      if (event.author?.kind === "visitor") store.typing.stopped(event.threadId);
      else store.writers.stopped(event.threadId, event.author?.id);
      const chat = store.chats.get(event.threadId);
      // Ours since a moment ago, by another tab.
      if (!chat) return truth.look();
      // A rating's stars travel in the thread, not in its event; so do helpers who came back with it.
      if (hasGap(chat) || event.kind === "rating" || event.status?.reason === "end_undone") truth.resume(event.threadId);
    },
    Typing(notice: TypingNotice) {
      if (notice.who.kind === "visitor") store.typing.heard(notice.threadId);
      else if (notice.who.id !== store.me.peek()?.id) store.writers.heard(notice.threadId, notice.who);
    },
    Seen: (notice: SeenNotice) => store.chats.seen(notice),
    Head({ threadId, seq }: HeadNotice) {
      const chat = store.chats.get(threadId);
      if (chat && seq > headOf(chat)) truth.resume(threadId);
    },
    OfferMade(view: OfferView) {
      if (store.offers.made(view, steadyNow())) alerts.offerCame(view);
    },
    OfferEnded(ended: OfferEnded) {
      alerts.offerOver(ended.offerId);
      store.offers.ended(ended.offerId, ended.reason === "rescinded" ? whyRescinded(store) : ended.reason);
      // One that can be taken back stays until it cannot.
      setTimeout(store.offers.dropEnded, ended.reason === "declined" ? UNDO_MS : FAREWELL_MS, ended.offerId);
    },
    HelpCalled(call: HelpCallView) {
      if (store.helpCalls.called(call, steadyNow())) alerts.helpWanted(call);
    },
    HelpCallEnded(ended: HelpCallEnded) {
      alerts.offerOver(ended.callId);
      store.helpCalls.drop(ended.callId);
    },
    HelpCallAnswered({ member, outcome }: HelpCallAnswer) {
      const texts = store.texts.peek();
      const words = (texts.helpAnswered as Record<string, (who: string) => string>)[outcome];
      if (words) store.notices.say(words(member.name ?? texts.somebody));
    },
    StatusChanged(status: MemberStatus) {
      store.status.value = status;
    },
    WaitingChanged: () => truth.waitingChanged(),
    InboxChanged: (change: InboxChange) => store.inbox.heard(change),
  };

  // A newer server may know pushes that we do not.
  return (method: keyof typeof steps, body: never) => gate.push(() => steps[method]?.(body));
}

function whyRescinded({ status }: Store): string {
  const now = status.peek();
  if (now && !now.available) return "away";
  return now && now.busy >= now.seats ? "full" : "rescinded";
}
