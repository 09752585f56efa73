// Asking: a token if there is none yet, then the question, once; also when the page goes away in the middle.
import type { Doorway } from "../../loader/doorway";
import type { AskReply, AskRequest, ProductContext, Refusal, Reply, ThreadSnapshot, VisitorWelcome } from "../../wire/contracts";
import type { Store } from "../store/store";
import { newKey } from "../util/key";
import { normalised } from "../util/text";
import { OFFLINE, type Http } from "./http";
import type { Memory } from "./memory";

export interface AskParts {
  door: Doorway;
  store: Store;
  http: Http;
  memory: Memory;
  /** The question has left: time to fetch what shows a conversation. */
  asked(): void;
  /** Whether a text may be sent at all; says why not. */
  ready(text: string): boolean;
  fail(refusal: Refusal): void;
  take(thread: ThreadSnapshot): void;
}

export function makeAsking({ door, store, http, memory, asked, ready, fail, take }: AskParts) {
  /** The same text asked again keeps its key, here and on the next page, so that a lost answer does not ask twice. */
  let request = memory.noted<Partial<AskRequest>>("ask");

  function keep(change: Partial<AskRequest> | null) {
    memory.note("ask", (request = change));
  }

  async function once(): Promise<Reply<AskReply>> {
    const guest = !http.token && { who: undefined };
    if (guest) {
      const { value, refusal } = await http.post<VisitorWelcome>("visitors");
      if (!value || !store.get().asking) return { value: null, refusal };
      http.token = value.token;
      // From here on nobody the shop has named.
      memory.note("who", null);
    }
    // Before the question leaves: asked again by somebody else, it would be a second one.
    memory.set({ token: http.token, thread: null, open: true, ...guest });
    const reply = http.post<AskReply>("threads", request!, request!.key);
    asked();
    return reply;
  }

  function requestOf(text: string): Partial<AskRequest> {
    const { topic, product } = door.shop;
    return {
      key: newKey(),
      text,
      language: door.language,
      topic,
      page: { url: location.href.split("#")[0]!, title: document.title },
      product: product as ProductContext,
    };
  }

  async function ask(typed: string) {
    const text = normalised(typed);
    if (store.get().asking || !ready(text)) return;
    keep(request?.text == text ? request : requestOf(text));
    // So that the next page comes back to it.
    memory.set({ token: http.token, thread: null, open: true });
    store.set({ asking: true });
    let reply = await once();
    // A customer whose visit has expired is not made a guest without having pressed again.
    if (reply.refusal?.code == "not_signed_in" && !memory.get()?.who) {
      http.token = null;
      reply = await once();
    }
    // Shut down meanwhile: nothing of it comes back.
    if (!store.get().asking) return;
    store.set({ asking: false });
    if (!reply.value) {
      if (reply.refusal!.code == OFFLINE) door.emit("unavailable", { reason: OFFLINE });
      else {
        keep(null);
        memory.set({ token: http.token, thread: null, open: false });
      }
      return fail(reply.refusal!);
    }
    const { thread, existing } = reply.value;
    keep(null);
    // What was typed since waits in the Message box; all of it does when an open thread came back instead.
    const draft = normalised(store.get().draft);
    if (!existing && draft.startsWith(text)) store.set({ draft: draft.slice(text.length).trimStart() });
    take(thread);
    if (existing) return;
    const detail = { threadId: thread.threadId, rung: thread.rung };
    door.emit("asked", detail);
    if (thread.state == "parked") door.emit("parked", detail);
    else door.emit(thread.rung == "agents" ? "fellBackToSupport" : "offered", detail);
  }

  return {
    ask,
    /** The page went away while this was being asked. */
    askAgain() {
      const { draft } = store.get();
      if (request && request.text == normalised(draft)) void ask(draft);
    },
  };
}
