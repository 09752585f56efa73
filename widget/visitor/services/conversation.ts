// What a visitor can do, one verb each, and what keeps browser, store and server of one mind.
import type { Doorway } from "../../loader/doorway";
import type { Done, LinkOpened, Refusal, ThreadSnapshot } from "../../wire/contracts";
import { sentence } from "../refusals/refusals";
import { before, lastSeq, takenBack } from "../store/state";
import type { Store } from "../store/store";
import { normalised, roomLeft } from "../util/text";
import { makeAsking } from "./asking";
import { makeConnection } from "./connection";
import { makeHttp, OFFLINE } from "./http";
import { makeIntake } from "./incoming";
import type { Kept, Memory } from "./memory";
import { keepOutbox } from "./outbox";
import { makeSending } from "./sending";

const TYPING_EVERY = 3_000;
const LOOK_AGAIN = 3_000;
const UNDONE_WITHIN = 13_000;

/** The server knows the visit or the thread no more, after a restore for instance. */
const isGone = ({ code }: Pick<Refusal, "code">) => code == "not_found" || code == "not_signed_in";

type Said = Pick<Refusal, "code" | "message"> & Partial<Refusal>;

export type Conversation = ReturnType<typeof makeConversation>;

/** Without a thread. */
const nothing = { thread: null, events: [], pending: [], typing: null, continuing: false, arriving: false, error: null, lost: false, reading: null };

/** `asked` hears when the question has left. */
export function makeConversation(door: Doorway, store: Store, memory: Memory, asked: () => void) {
  const http = makeHttp(door.base, door.site);

  const intake = makeIntake(store, door.emit, {
    refresh: () => connection.refresh(),
    refused: (refusal) => isGone(refusal) && void fail(refusal),
    changed: remember,
    reached: () => void sending.flush(),
  });
  const connection = makeConnection(door.base, http, intake);
  const asking = makeAsking({ door, store, http, memory, asked, ready, fail, take: intake.thread });
  const sending = makeSending({
    store,
    connection,
    ready,
    fail,
    stored(event, reopened) {
      intake.event(event);
      if (reopened && event.threadId == store.get().thread?.threadId) void look(event.threadId);
    },
  });

  /** The thread being looked at, while its answer is wanted. */
  let looked: string | null = null;
  /** Whose words this tab has: nobody else is given them. */
  let named = memory.noted<string>("who");

  async function say(refusal: Said) {
    store.set({ error: await sentence(store.get(), refusal) });
  }

  async function fail(refusal: Said) {
    const { code } = refusal;
    if (code == "not_signed_in") http.token = "";
    if (isGone(refusal)) leaveThread();
    // Who is signed in to the shop is not told to sign in.
    await say(code == "identity_required" && door.jwt ? { ...refusal, code: "identity_not_valid" } : refusal);
  }

  /** Empty says nothing, too long says so; both keep the text. */
  function ready(text: string): boolean {
    if (!text.trim()) return false;
    const fits = roomLeft(text) >= 0;
    store.set({ error: null });
    if (!fits) void fail({ code: "text_too_long", message: "" });
    return fits;
  }

  function remember() {
    const { thread, pending, arriving } = store.get();
    // What was sent again may be there before its thread is.
    if (http.token == null || arriving) return;
    const open = !!thread && thread.state != "closed";
    memory.set({ token: http.token, thread: thread?.threadId ?? null, open: open || pending.some((one) => !one.sent) });
    if (open) connection.follow(thread.threadId);
    // Whoever answers may take their ending back.
    else if (thread) setTimeout(() => store.get().thread?.state == "closed" && connection.leave(), UNDONE_WITHIN);
    else connection.leave();
  }

  /** Back to the first screen; the thread stays with the server, and what was typed with its visitor. */
  function leaveThread() {
    looked = null;
    store.set({ ...nothing, ...takenBack(store.get(), () => false) });
    remember();
    connection.leave();
  }

  /** Goes on where an earlier page, or another one, is; words for a thread that is gone go back to the box. */
  function takeUp({ token, thread, open, who }: Omit<Kept, "at">) {
    const sub = who?.sub ?? null;
    if (named && named != sub) store.set({ ...nothing, pending: store.get().pending.filter((one) => one.thread == thread), draft: "" });
    memory.note("who", (named = sub));
    http.token = token;
    looked = null;
    const other = store.get().thread?.threadId != thread && { ...nothing, arriving: !!thread };
    store.set({ error: null, ...other, ...takenBack(store.get(), (one) => one.thread == thread) });
    if (!thread) return connection.leave();
    if (open) connection.follow(thread);
    else void look(thread);
    void sending.flush();
  }

  /** Another page of the same visitor may have asked, continued, or shut down since we looked. */
  function sync() {
    const kept = memory.get();
    const { thread } = store.get();
    if (!kept) {
      if (http.token || named) quit();
    } else if (kept.token != http.token || (kept.open && kept.thread && (kept.thread != thread?.threadId || thread.state == "closed"))) takeUp(kept);
  }

  function quit() {
    connection.leave();
    http.token = looked = named = null;
    store.set({ ...nothing, draft: "", asking: false });
    memory.forget();
  }

  /** Looks once at a thread that has no line: a closed one, or one just reopened. */
  async function look(threadId: string) {
    looked = threadId;
    const reply = await http.get<ThreadSnapshot>(`threads/${threadId}/events?after=0`);
    if (looked != threadId) return;
    const lost = reply.refusal?.code == OFFLINE;
    store.set({ lost });
    if (lost) setTimeout(() => looked == threadId && look(threadId), LOOK_AGAIN);
    else intake.snapshot(reply, 0);
  }

  /** What is being asked: a double press is one. */
  const busy = new Set<string>();

  /** A small verb of the thread: done, or its refusal shown; nothing while the same is under way. */
  async function act(method: string, args: unknown[], verb: string, body: object): Promise<boolean | undefined> {
    const path = `threads/${id()}/${verb}`;
    if (busy.has(path)) return;
    busy.add(path);
    const { refusal } = await connection.call<Done>(method, args, path, body);
    busy.delete(path);
    store.set({ error: null });
    if (refusal) void fail(refusal);
    return !refusal;
  }

  /** Done once the server knows whom the shop has named; at once where it named nobody. */
  let knowing: Promise<unknown> | undefined;
  const identify = () =>
    // Once at a time: its token is good for one use.
    door.jwt !== undefined &&
    (knowing ??= import("./identity")
      .then((it) => it.identify({ door, http, memory, takeUp, quit, fail }))
      // After a release an old page asks for files that are no more.
      .catch(() => {
        store.set({ error: store.get().texts.reload });
        return true;
      })
      .finally(() => (knowing = undefined)));

  const id = () => store.get().thread!.threadId;
  const patch = (change: object) => store.set({ thread: { ...store.get().thread!, ...change } });
  let typedAt = 0;

  return {
    /** What is asked stands before what is half typed, and leaves the box alone. */
    async ask(text: string) {
      const { draft, thread, asking: busy } = store.get();
      if (thread || busy) return store.set({ draft: draft || text });
      if (!draft.startsWith(text)) store.set({ draft: before([text], draft) });
      if (await identify()) return;
      sync();
      // Whose words they were may have been signed out.
      if (!store.get().draft) return;
      if (store.get().arriving) {
        // An open conversation has it in its box, an ended one steps aside.
        if (memory.get()?.open) return;
        leaveThread();
      }
      void asking.ask(text);
    },

    send(text: string) {
      sending.send(text);
      remember();
    },

    retry: sending.retry,
    sync,
    /** For parts that load later and speak to doors of their own. */
    http,
    fail,
    /** A refusal at a door beside the conversation, which stays as it is. */
    aside(refusal: Refusal) {
      const gone = refusal.code == "not_found";
      if (gone) connection.refresh(true);
      void say(gone ? { ...refusal, code: "gone" } : refusal);
    },
    identify,

    /** What an earlier page left: its thread, followed when it was open and looked at once when it had ended; what was on its way. */
    resume() {
      const kept = memory.get();
      keepOutbox(store, memory);
      takeUp(kept ?? { token: null, thread: null, open: false });
      if (!kept?.thread) asking.askAgain();
      if (kept) void identify();
    },

    /** By a mail's link: its secret is exchanged for what opens the conversation, and leaves the address. */
    async comeBack(secret: string) {
      store.set({ arriving: true });
      const { value, refusal } = await http.post<LinkOpened>("mail/open", { secret });
      // Without a line the address keeps it: loading the page again tries again.
      if (refusal?.code != OFFLINE) history.replaceState(history.state, "", location.pathname + location.search);
      if (!value) {
        store.set({ arriving: !!memory.get()?.thread });
        return fail(refusal!);
      }
      const kept = memory.get();
      // What else was asked from this browser and goes on stays what its next page opens.
      if (kept?.open && kept.thread != value.threadId) memory.stayAlone();
      takeUp({ ...kept, token: value.token ?? http.token, thread: value.threadId, open: true });
    },

    async end() {
      if ((await act("End", [id()], "end", {})) && store.get().thread) void look(id());
    },

    async rate(stars: number, words: string, mayPublish: boolean, consent: string) {
      const rating = { threadId: id(), stars, words: normalised(words).trim() || null, mayPublish, consent };
      if (!(await act("Rate", [rating], "rating", rating))) return;
      patch({ stars });
      door.emit("rated", { threadId: id() });
    },

    async leaveEmail(email: string) {
      const left = await act("LeaveEmail", [id(), email], "email", { email });
      if (left) {
        patch({ email: true });
        void connection.refresh();
      }
      return left;
    },

    /** Everything there is was on the screen: says so once per new event. */
    seen() {
      const { thread } = store.get();
      const seq = lastSeq(store.get());
      if (!thread || seq <= thread.visitorSeen) return;
      patch({ visitorSeen: seq });
      if (!connection.tell("Seen", id(), seq)) void http.post(`threads/${id()}/seen`, { seq });
    },

    typing() {
      if (Date.now() - typedAt < TYPING_EVERY || store.get().thread?.state != "live") return;
      typedAt = Date.now();
      connection.tell("Typing", id());
    },

    /** Back to the first screen; the ended thread stays with the server. */
    startAnew() {
      sync();
      if (!store.get().arriving) leaveThread();
    },

    /** No line while what is kept is being erased: it would be cut in the middle, and tried anew in vain. */
    rest(on: boolean) {
      const { thread } = store.get();
      if (on || !thread) return connection.leave();
      connection.follow(thread.threadId);
      // As long as an ending may be taken back.
      remember();
    },

    stop() {
      // Nor is anybody named who is being asked about.
      door.jwt = undefined;
      quit();
    },
  };
}
