import { computed, signal } from "@preact/signals";
import type { MemberStatus, Person, TopicView } from "../../../wire/contracts";
import { textsOf } from "../texts";
import { createChats } from "./chats";
import { createDrafts } from "./drafts";
import { createNotices } from "./notices";
import { createOffers } from "./offers";
import { createPreferences } from "./preferences";
import { byWaitingForMe, standingOf, waitingSince } from "./standing";
import { createTyping } from "./typing";
import { createView } from "./view";
import { createWaiting } from "./waiting";

/** Which of the two pages this is: the super users' console or the agents' inbox. */
export type Place = "super-user" | "agent";

/** All a console knows. Only services change it; components read it. */
export function createStore(place: Place, pageLanguage: string) {
  const preferences = createPreferences(pageLanguage);
  const chats = createChats();
  const me = signal<Person | null>(null);
  const inOrder = computed(() => [...chats.all.value.values()].sort(byWaitingForMe(me.value?.id)));

  return {
    place,
    preferences,
    chats,
    me,
    inOrder,
    waitingForMe: computed(() => inOrder.value.filter((chat) => standingOf(chat, me.value?.id) === "mine" && waitingSince(chat) !== null)),
    texts: computed(() => textsOf[preferences.language.value]),
    siteName: signal(""),
    roles: signal<readonly string[]>([]),
    topics: signal<readonly TopicView[]>([]),
    /** Null until the first answer of the server. */
    status: signal<MemberStatus | null>(null),
    line: signal<"connecting" | "live" | "lost">("connecting"),
    offers: createOffers(),
    waiting: createWaiting(),
    drafts: createDrafts(),
    typing: createTyping(),
    notices: createNotices(),
    view: createView(),
    /** Said once to screen readers. */
    announced: signal(""),
    /** Offers and threads with an act under way. */
    busy: signal<ReadonlySet<string>>(new Set()),
  };
}

export type Store = ReturnType<typeof createStore>;
