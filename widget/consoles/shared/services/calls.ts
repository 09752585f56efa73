import type { Done, HelpAsked, HelperChoice, ThreadEvent, ThreadSnapshot } from "../../../wire/contracts";
import type { Store } from "../store";
import { normalised } from "../store/text";
import { ask } from "./api";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { once } from "./once";
import { newKey } from "./writing";

/** Asking others in, coming when asked, and suggesting what could be said. */
export function createCalls(store: Store, line: Connection, gate: Gate) {
  const { helpCalls, chats, view } = store;
  // The same words go again under the same key: nobody knows whether the first try arrived.
  const tried = new Map<string, { text: string; key: string }>();
  const keyFor = (id: string, text: string) => {
    const before = tried.get(id);
    const key = before?.text === text ? before.key : newKey();
    tried.set(id, { text, key });
    return key;
  };

  return {
    helpers: (id: string) => ask<HelperChoice[]>(`/api/threads/${encodeURIComponent(id)}/helpers`),
    askIn: (id: string, memberId: string | null, topic: string | null) =>
      once(store, id, async () => {
        const { members } = await line.call<HelpAsked>("AskIn", { threadId: id, memberId, topic });
        const names = new Intl.ListFormat(store.preferences.language.peek()).format(members.map(({ name }) => name ?? store.texts.peek().somebody));
        store.notices.say(store.texts.peek().askedIn(names, members.length));
      }),
    come: (callId: string, threadId: string) =>
      once(
        store,
        callId,
        async () => {
          await gate.fetch(() => line.call<ThreadSnapshot>("AcceptHelp", callId), chats.snapshot);
          helpCalls.drop(callId);
          view.open(threadId);
        },
        () => helpCalls.drop(callId),
      ),
    stayAway: (callId: string) =>
      once(store, callId, async () => {
        await line.call<Done>("DeclineHelp", callId);
        helpCalls.drop(callId);
      }),
    /** What stands in the Message box goes to the responder alone; it leaves the box once the server has it. */
    suggest: (id: string) =>
      once(store, id, async () => {
        const text = normalised(store.drafts.get(id));
        if (!text.trim()) return;
        const stored = await line.call<ThreadEvent>("Suggest", { threadId: id, key: keyFor(id, text), text, fence: chats.get(id)?.fence ?? 0 });
        tried.delete(id);
        gate.push(() => chats.event(stored));
        if (normalised(store.drafts.get(id)) === text) store.drafts.set(id, "");
      }),
  };
}

export type Calls = ReturnType<typeof createCalls>;
