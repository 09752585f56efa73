// What a visitor can do, one verb each, and what keeps browser, store and server of one mind.
import type { Doorway } from "../../loader/doorway";
import type { Done, Refusal, ThreadSnapshot } from "../../wire/contracts";
import { sentence } from "../refusals/refusals";
import { lastSeq } from "../store/state";
import type { Store } from "../store/store";
import { normalised, roomLeft } from "../util/text";
import { makeAsking } from "./asking";
import { makeConnection } from "./connection";
import { makeHttp } from "./http";
import { makeIntake } from "./incoming";
import type { Memory } from "./memory";
import { makeSending } from "./sending";

const TYPING_EVERY = 3_000;
const UNDONE_WITHIN = 13_000;

export type Conversation = ReturnType<typeof makeConversation>;

export function makeConversation(door: Doorway, store: Store, memory: Memory) {
  const http = makeHttp(door.base, door.site);
  http.token = memory.get()?.token ?? null;

  const intake = makeIntake(store, door.emit, {
    refresh: () => connection.refresh(),
    refused: ({ code }) => {
      if (code == "not_found" || code == "not_signed_in") forget(code == "not_signed_in");
    },
    changed: remember,
    linked: () => sending.retryAll(),
  });
  const connection = makeConnection(door.base, http, intake);
  const fail = async (refusal: Pick<Refusal, "code" | "message">) => store.set({ error: await sentence(store.get(), refusal) });
  const asking = makeAsking({ door, store, http, ready, fail, take: intake.thread });
  const sending = makeSending({
    store,
    connection,
    ready,
    fail,
    stored(event, reopened) {
      intake.event(event);
      if (reopened) void look(event.threadId);
    },
  });

  /** Empty says nothing, too long says so; both keep the text. */
  function ready(text: string): boolean {
    if (!text.trim()) return false;
    const fits = roomLeft(text) >= 0;
    store.set({ error: null });
    if (!fits) void fail({ code: "text_too_long", message: "" });
    return fits;
  }

  function remember() {
    const { thread } = store.get();
    if (!http.token) return;
    const open = !!thread && thread.state != "closed";
    memory.set({ token: http.token, thread: thread?.threadId ?? null, open });
    if (open) connection.follow(thread.threadId);
    // Whoever answers may take their ending back.
    else if (thread) setTimeout(() => store.get().thread?.state == "closed" && connection.leave(), UNDONE_WITHIN);
    else connection.leave();
  }

  function forget(tokenToo: boolean) {
    if (tokenToo) http.token = null;
    store.set({ thread: null, events: [], pending: [], typing: null, continuing: false, arriving: false, error: null });
    remember();
    connection.leave();
  }

  /** Looks once at a thread that has no line: a closed one, or one just reopened. */
  async function look(threadId: string) {
    intake.snapshot(await http.get<ThreadSnapshot>(`threads/${threadId}/events?after=0`));
  }

  /** A small verb of the thread: done, or its refusal shown. */
  async function act(method: string, args: unknown[], path: string, body: object): Promise<boolean> {
    const { refusal } = await connection.call<Done>(method, args, `threads/${id()}/${path}`, body);
    store.set({ error: null });
    if (refusal) void fail(refusal);
    return !refusal;
  }

  const id = () => store.get().thread!.threadId;
  const patch = (change: object) => store.set({ thread: { ...store.get().thread!, ...change } });
  let typedAt = 0;

  return {
    ask: asking,
    send: sending.send,
    retry: sending.retry,

    /** The thread of an earlier page: followed when it was open, looked at once when it had ended. */
    resume() {
      const kept = memory.get();
      if (!kept?.thread) return;
      store.set({ arriving: true });
      if (kept.open) connection.follow(kept.thread);
      else void look(kept.thread);
    },

    async end() {
      if (await act("End", [id()], "end", {})) void look(id());
    },

    async rate(stars: number, words: string, mayPublish: boolean) {
      const rating = { threadId: id(), stars, words: normalised(words).trim() || null, mayPublish };
      if (!(await act("Rate", [rating], "rating", rating))) return;
      patch({ stars });
      door.emit("rated", { threadId: id() });
    },

    async leaveEmail(email: string) {
      if (await act("LeaveEmail", [id(), email], "email", { email })) patch({ email: true });
    },

    /** Everything there is was on the screen: says so once per new event. */
    seen() {
      const { thread, link } = store.get();
      const seq = lastSeq(store.get());
      if (!thread || seq <= thread.visitorSeen) return;
      patch({ visitorSeen: seq });
      if (link == "open") connection.tell("Seen", id(), seq);
      else void http.post(`threads/${id()}/seen`, { seq });
    },

    typing() {
      if (Date.now() - typedAt < TYPING_EVERY || store.get().thread?.state != "live") return;
      typedAt = Date.now();
      connection.tell("Typing", id());
    },

    /** Back to the first screen; the ended thread stays with the server. */
    startAnew: () => forget(false),

    stop() {
      connection.leave();
      memory.set(null);
    },
  };
}
