import { effect } from "@preact/signals";
import type { InboxRow, ThreadSnapshot } from "../../../wire/contracts";
import { unsentIn } from "../../shared/store/chat";
import { codeOf, wordsFor } from "../../shared/services/refused";
import type { Session } from "../../shared/services/session";
import { newKey } from "../../shared/services/writing";
import { normalised } from "../../shared/store/text";
import { isOpen, standingOf } from "../../shared/store/standing";
import type { Inbox } from "../store/inbox";
import { createActing } from "./acting";
import { fetchDetail, postNote, postSilence, postSnooze, postTags } from "./api";
import { createHanding } from "./handing";
import type { Watching } from "./watching";

const noteOf = (id: string) => `note.${id}`;

/** What an agent does before the inbox, beyond what every member does. None of it throws: a refusal becomes a word on the screen. */
export function createDesk({ store, actions, line, truth }: Pick<Session, "store" | "actions" | "line" | "truth">, inbox: Inbox, watching: Watching) {
  const keys = new Map<string, string>();
  const acting = createActing(store, inbox);
  const act = (id: string, run: () => Promise<unknown>) => acting(`inbox ${id}`, run, () => store.inbox.look());
  const without = (set: ReadonlySet<string>, id: string) => new Set([...set].filter((other) => other !== id));
  const isOurs = (id: string) => {
    const chat = store.chats.get(id);
    return chat !== undefined && isOpen(standingOf(chat, store.me.peek()?.id));
  };
  const detail = async (id: string) => {
    const read = await fetchDetail(id).catch(() => null);
    if (read) inbox.details.value = new Map(inbox.details.peek()).set(id, read);
  };
  const says = (row: InboxRow) => watching.apply(row);

  /** Puts away what was only looked at, unless something was written for it. */
  function shut(id: string) {
    store.view.close(id);
    const chat = store.chats.get(id);
    if (isOurs(id) || (chat && unsentIn(chat, store.drafts.get(id))) || store.drafts.get(noteOf(id))) return;
    store.chats.drop(id);
    store.peeked.value = without(store.peeked.peek(), id);
  }

  // However one became ours – taken, joined, accepted, in another tab –, it is no longer only looked at.
  effect(() => {
    const ours = [...store.peeked.value].filter((id) => store.chats.all.value.has(id) && isOurs(id));
    if (ours.length) store.peeked.value = new Set([...store.peeked.peek()].filter((id) => !ours.includes(id)));
  });

  async function open(id: string) {
    void detail(id);
    if (isOurs(id)) return store.view.open(id);
    try {
      store.chats.snapshot(await line.call<ThreadSnapshot>("Resume", id, 0));
    } catch (error) {
      return store.notices.say(wordsFor(codeOf(error), store.texts.peek()), "bad");
    }
    for (const other of store.peeked.peek()) if (other !== id && !isOurs(other)) shut(other);
    store.peeked.value = new Set(store.peeked.peek()).add(id);
    store.view.show(id);
    store.view.talking.value = true;
  }

  // Of what is looked at, news comes by the list only; and by looking.
  watching.onChange((row) => {
    if (!store.peeked.peek().has(row.threadId) || !store.chats.get(row.threadId)) return;
    truth.resume(row.threadId);
    void detail(row.threadId);
  });
  setInterval(() => {
    if (document.visibilityState === "visible") for (const id of store.peeked.peek()) if (!isOurs(id) && store.view.shown.peek().includes(id)) truth.resume(id);
  }, 5_000);

  return {
    open,
    shut,
    /** Puts it away, and with it what was typed for it. */
    forget(id: string) {
      store.drafts.set(id, "");
      for (const { key } of store.chats.get(id)?.outgoing ?? []) store.chats.discard(id, key);
      shut(id);
    },
    detail,
    /** Takes it; where that cannot be now, its answer is written instead. */
    async take(id: string) {
      const why = await actions.take(id);
      if (why) {
        inbox.answering.value = { threadId: id, why };
        await open(id);
      } else void detail(id);
    },
    snooze: (id: string, until: number | null) => act(id, async () => says(await postSnooze(id, until))),
    silence: (id: string, minutes: number, block: boolean, said: string) =>
      act(id, async () => {
        await postSilence(id, minutes, block);
        store.notices.say(said);
      }),
    tag: (id: string, add: string[], remove: string[] = []) =>
      act(id, async () => {
        says(await postTags(id, add, remove));
        await detail(id);
        watching.tags();
      }),
    ...createHanding({ store, truth }, inbox, watching, acting),
    noteOf,
    noting: (id: string, on: boolean) => (inbox.noting.value = on ? new Set(inbox.noting.peek()).add(id) : without(inbox.noting.peek(), id)),
    note: (id: string) =>
      act(id, async () => {
        const text = normalised(store.drafts.get(noteOf(id)));
        if (!text.trim()) return;
        // The same words go again under their key.
        const key = keys.get(id + text) ?? newKey();
        keys.set(id + text, key);
        const stored = await postNote(id, text, key);
        keys.delete(id + text);
        if (normalised(store.drafts.get(noteOf(id))) === text) store.drafts.set(noteOf(id), "");
        store.chats.event({ ...stored, key });
        truth.resume(id);
      }),
  };
}

export type Desk = ReturnType<typeof createDesk>;
