import type { Person, ThreadEvent } from "../../../wire/contracts";
import type { Chat } from "./chat";

/** Whether we hold a chat, help in it, or neither. */
export type Standing = "mine" | "helping" | "ended" | "elsewhere";

export function standingOf(chat: Chat, me: string | null | undefined): Standing {
  if (chat.state === "closed") return "ended";
  if (chat.lost || me == null) return "elsewhere";
  if (chat.state === "live" && chat.responder?.id === me) return "mine";
  return chat.helpers.some(({ id }) => id === me) ? "helping" : "elsewhere";
}

/** We may write in it. */
export const isOpen = (standing: Standing) => standing === "mine" || standing === "helping";

/** Nobody holds it and nobody has answered: it can be taken or, where its visitor is away, answered. */
export const isFree = ({ state, outcome }: Pick<Chat, "state" | "outcome">) => state === "waiting" || (state === "parked" && outcome === null);

/** The same of one that is parked: it can be given to somebody. */
export const isParkedFree = (chat: Pick<Chat, "state" | "outcome">) => chat.state === "parked" && isFree(chat);

/** A parked question is theirs. Nodes of the release before say nothing of it. */
export const isGivenTo = ({ assignee }: { assignee?: Person | null }, who: string | null | undefined) => Boolean(assignee) && assignee!.id === who;

const isMessage = (event: ThreadEvent) => event.kind === "message";
const byVisitor = (event: ThreadEvent) => event.author?.kind === "visitor";

/** Since when the visitor has been waiting for a word; null when we wrote last. */
export function waitingSince(chat: Chat): number | null {
  let since: number | null = null;
  for (const event of chat.events.filter(isMessage)) {
    since = byVisitor(event) ? (since ?? event.at) : null;
  }
  return since;
}

/** "Waiting for me": the visitor who has waited longest first, then those we answered, newest first, then where we help, then what is over. */
export function byWaitingForMe(me: string | null | undefined) {
  const ranks = { mine: 1, helping: 2, elsewhere: 3, ended: 3 };
  const rank = (chat: Chat) => {
    const standing = standingOf(chat, me);
    return standing === "mine" && waitingSince(chat) !== null ? 0 : ranks[standing];
  };
  return (a: Chat, b: Chat) =>
    rank(a) - rank(b) ||
    (rank(a) === 0 ? waitingSince(a)! - waitingSince(b)! : lastAt(b) - lastAt(a)) ||
    a.threadId.localeCompare(b.threadId);
}

export const lastMessage = (chat: Chat) => chat.events.filter(isMessage).at(-1);

const lastAt = (chat: Chat) => chat.events.at(-1)?.at ?? chat.askedAt;

/** The visitor's messages that have not been on our screen. */
export const unreadIn = (chat: Chat) =>
  chat.events.filter((event) => event.seq > chat.responderSeen && isMessage(event) && byVisitor(event)).length;
