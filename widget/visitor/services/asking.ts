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
    if (!http.token) {
      const { value, refusal } = await http.post<VisitorWelcome>("visitors");
      if (!value) return { value, refusal };
      http.token = value.token;
    }
    // Before the question leaves: asked again by somebody else, it would be a second one.
    memory.set({ token: http.token, thread: null, open: true });
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
    store.set({ draft: typed });
    if (store.get().asking || !ready(text)) return;
    keep(request?.text == text ? request : requestOf(text));
    // So that the next page comes back to it.
    memory.set({ token: http.token, thread: null, open: true });
    store.set({ asking: true });
    let reply = await once();
    if (reply.refusal?.code == "not_signed_in") {
      http.token = null;
      reply = await once();
    }
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
    // When an open thread came back instead, what was typed waits in its Message box.
    if (!existing) store.set({ draft: "" });
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
