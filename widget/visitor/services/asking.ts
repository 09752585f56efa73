// Asking: a token if there is none yet, then the question, once.
import type { Doorway } from "../../loader/doorway";
import type { AskReply, AskRequest, ProductContext, Refusal, Reply, ThreadSnapshot, VisitorWelcome } from "../../wire/contracts";
import type { Store } from "../store/store";
import { newKey } from "../util/key";
import { normalised } from "../util/text";
import { OFFLINE, type Http } from "./http";

export interface AskParts {
  door: Doorway;
  store: Store;
  http: Http;
  /** Whether a text may be sent at all; says why not. */
  ready(text: string): boolean;
  fail(refusal: Refusal): void;
  take(thread: ThreadSnapshot): void;
}

export function makeAsking({ door, store, http, ready, fail, take }: AskParts) {
  /** The same text asked again keeps its key, so that a lost answer does not ask twice. */
  let asked = { text: "", key: "" };

  async function once(text: string): Promise<Reply<AskReply>> {
    if (!http.token) {
      const { value, refusal } = await http.post<VisitorWelcome>("visitors");
      if (!value) return { value, refusal };
      http.token = value.token;
    }
    return http.post("threads", requestOf(text, asked.key), asked.key);
  }

  function requestOf(text: string, key: string): Partial<AskRequest> {
    const { topic, product } = door.shop;
    return {
      key,
      text,
      language: door.language,
      topic,
      page: { url: location.href.split("#")[0]!, title: document.title },
      product: product as ProductContext,
    };
  }

  return async function ask(typed: string) {
    const text = normalised(typed);
    store.set({ draft: typed });
    if (store.get().asking || !ready(text)) return;
    if (asked.text != text) asked = { text, key: newKey() };
    store.set({ asking: true });
    let reply = await once(text);
    if (reply.refusal?.code == "not_signed_in") {
      http.token = null;
      reply = await once(text);
    }
    store.set({ asking: false });
    if (!reply.value) {
      if (reply.refusal!.code == OFFLINE) door.emit("unavailable", { reason: OFFLINE });
      return fail(reply.refusal!);
    }
    const { thread, existing } = reply.value;
    asked.text = "";
    // When an open thread came back instead, what was typed waits in its Message box.
    if (!existing) store.set({ draft: "" });
    take(thread);
    if (existing) return;
    const detail = { threadId: thread.threadId, rung: thread.rung };
    door.emit("asked", detail);
    if (thread.state == "parked") door.emit("parked", detail);
    else door.emit(thread.rung == "agents" ? "fellBackToSupport" : "offered", detail);
  };
}
