import { computed, signal } from "@preact/signals";
import type { InboxChange, MemberStatus, Person, TopicView } from "../../../wire/contracts";
import { textsOf } from "../texts";
import { unsentIn } from "./chat";
import { createChats } from "./chats";
import { createDrafts } from "./drafts";
import { createHelpCalls } from "./helpCalls";
import { createKept } from "./kept";
import { createLiveList } from "./liveList";
import { createNotices } from "./notices";
import { createOffers } from "./offers";
import { createOutbox } from "./outbox";
import { createPreferences } from "./preferences";
import { byWaitingForMe, isFree, isOpen, standingOf, unreadIn } from "./standing";
import { createSuggestions } from "./suggestions";
import { createTyping } from "./typing";
import { createUndo } from "./undo";
import { createView } from "./view";
import { createWaiting } from "./waiting";
import { createWriters } from "./writers";

/** Which of the two pages this is: the super users' console or the agents' inbox. */
export type Place = "super-user" | "agent";

/** How news travels: at once, every few seconds, not at all; or nobody is signed in here any more. */
export type LineState = "connecting" | "live" | "slow" | "lost" | "signed-out";

/** All a console knows. Only services change it; components read it. */
export function createStore(place: Place, pageLanguage: string, owner = "") {
  const preferences = createPreferences(pageLanguage);
  const kept = createKept(owner);
  const outbox = createOutbox(kept);
  const chats = createChats(outbox);
  const drafts = createDrafts(kept);
  const me = signal<Person | null>(null);
  /** Threads opened to be read, not held. */
  const peeked = signal<ReadonlySet<string>>(new Set());
  const inOrder = computed(() => [...chats.all.value.values()].sort(byWaitingForMe(me.value?.id)));

  return {
    place,
    preferences,
    chats,
    me,
    inOrder,
    /** The list of chats. What was opened to be read is on the list it was opened from, until only what was written for it leads back to it. */
    listed: computed(() => inOrder.value.filter((chat) => !peeked.value.has(chat.threadId) || isOpen(standingOf(chat, me.value?.id)) || (!isFree(chat) && unsentIn(chat, drafts.get(chat.threadId)) !== ""))),
    /** Ours, with a word of the visitor that has not been on our screen. */
    unread: computed(() => inOrder.value.filter((chat) => standingOf(chat, me.value?.id) === "mine" && unreadIn(chat) > 0)),
    texts: computed(() => textsOf[preferences.language.value]),
    siteName: signal(""),
    /** Origins of the shop, whose pictures this page may show. */
    pictureOrigins: signal<readonly string[]>([]),
    roles: signal<readonly string[]>([]),
    topics: signal<readonly TopicView[]>([]),
    /** Of the site, two letters each. */
    languages: signal<readonly string[]>([]),
    /** Null until the first answer of the server. */
    status: signal<MemberStatus | null>(null),
    line: signal<LineState>("connecting"),
    /** Why the server would not give us one, where it said so. */
    lineRefused: signal<string | null>(null),
    offers: createOffers(),
    // Once the thread is among the chats, its text is there.
    waiting: createWaiting((id) => drafts.all.peek()[id] !== undefined && !chats.get(id)),
    liveList: createLiveList(),
    helpCalls: createHelpCalls(),
    suggestions: createSuggestions(kept),
    kept,
    outbox,
    drafts,
    undo: createUndo(),
    typing: createTyping(),
    writers: createWriters(),
    /** What an inbox does with news of its list; a super user's console has none. */
    inbox: { heard: (_: InboxChange): void => undefined, look: (): void => undefined, waiting: signal(0) },
    peeked,
    notices: createNotices(),
    view: createView(),
    /** Said once to screen readers. */
    announced: signal(""),
    /** Offers and threads with an act under way. */
    busy: signal<ReadonlySet<string>>(new Set()),
  };
}

export type Store = ReturnType<typeof createStore>;
