import { createStore, type Place } from "../store";
import { createActions } from "./actions";
import { createAlerts } from "./alerts";
import { createCalls } from "./calls";
import { keepConnected, type Connection } from "./connection";
import { createGate } from "./gate";
import { createHelping } from "./helping";
import { createPushes } from "./pushes";
import { wakeSoundOnGesture } from "./sound";
import { createTruth } from "./truth";
import { createUndoing } from "./undoing";
import { createWriting } from "./writing";

/** A lost last push shows within this time. */
const LOOK_AGAIN_MS = 30_000;

/** Puts a console together: store, line, and the acts on both. */
export function startSession(place: Place, hub: string, language: string, owner: string) {
  const store = createStore(place, language, owner);
  const gate = createGate();
  const alerts = createAlerts(store);
  const truth = createTruth(store, gate, alerts, () => line);

  const line: Connection = keepConnected(store, hub, createPushes(store, gate, truth, alerts), async () => {
    await truth.refresh();
    truth.waiting();
    queueMicrotask(() => writing.retryUnheard());
  });
  const writing = createWriting(store, line, gate, truth);
  const actions = createActions(store, line, gate, truth);
  const undoing = createUndoing(store, line, gate, truth);
  const helping = createHelping(store, line, gate, truth);
  const calls = createCalls(store, line, gate);

  wakeSoundOnGesture();
  setInterval(() => {
    truth.resumeAll();
    writing.retryUnheard();
    // Whether a visitor is still there is told to nobody; the list asks.
    // Nor is a word that got lost told again to a list that was empty.
    if (store.waiting.lines.peek() !== null && document.visibilityState === "visible") truth.waiting();
  }, LOOK_AGAIN_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && store.line.peek() === "live") void truth.refresh().catch(() => undefined);
  });

  return { store, actions, writing, undoing, helping, calls, alerts, truth, line };
}

export type Session = ReturnType<typeof startSession>;
