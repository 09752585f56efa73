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

/** What is told only once (that one was set to away, an offer, a call for help) shows within so many of them: thousands of consoles ask. */
const LOOKS_UNTIL_ALL = 10;

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
  let looks = 0;
  setInterval(() => {
    truth.resumeAll();
    writing.retryUnheard();
    if (++looks % LOOKS_UNTIL_ALL === 0) lookAgain();
    // Whether a visitor is still there is told to nobody; the list asks.
    // Nor is a word that got lost told again to a list that was empty.
    if (store.waiting.lines.peek() !== null && document.visibilityState === "visible") truth.waiting();
  }, LOOK_AGAIN_MS);
  const lookAgain = () => {
    if (document.visibilityState === "visible" && store.line.peek() === "live") void truth.refresh().catch(() => undefined);
  };
  document.addEventListener("visibilitychange", lookAgain);

  return { store, actions, writing, undoing, helping, calls, alerts, truth, line };
}

export type Session = ReturnType<typeof startSession>;
