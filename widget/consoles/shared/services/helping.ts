import type { Done, ThreadSnapshot } from "../../../wire/contracts";
import type { Store } from "../store";
import { fetchLive } from "./api";
import type { Connection } from "./connection";
import type { Gate } from "./gate";
import { once } from "./once";
import type { Truth } from "./truth";

const LOOK_AGAIN_MS = 10_000;

/** A second member beside the responder: joins, takes over, leaves. */
export function createHelping(store: Store, line: Connection, gate: Gate, truth: Truth) {
  const { liveList, chats, view } = store;

  async function look() {
    if (!liveList.open.peek() || document.visibilityState !== "visible") return;
    const lines = await fetchLive().catch(() => null);
    if (lines) liveList.lines.value = lines;
  }
  setInterval(() => void look(), LOOK_AGAIN_MS);

  const enter = (method: "Join" | "Take", id: string) =>
    once(
      store,
      id,
      async () => {
        await gate.fetch(() => line.call<ThreadSnapshot>(method, id), chats.snapshot);
        view.open(id);
        await look();
      },
      () => {
        truth.resume(id);
        void look();
      },
    );

  return {
    unfold: (open: boolean) => {
      liveList.open.value = open;
      void look();
    },
    join: (id: string) => enter("Join", id),
    takeOver: (id: string) => enter("Take", id),
    leave: (id: string) =>
      once(
        store,
        id,
        async () => {
          await line.call<Done>("Release", id, chats.get(id)?.fence ?? 0);
          store.notices.say(store.texts.peek().leftByYou);
          chats.letGo(id, store.drafts.get(id));
          if (!chats.get(id)) view.close(id);
        },
        () => truth.resume(id),
      ),
  };
}
