// Tells the shop's page what happened. Listeners run in a task of their own: what they throw is theirs.

type Listener = (detail: object) => void;

export function makeHerald() {
  let listeners: [event: string, listener: Listener][] = [];
  return {
    on(event: string, listener: Listener) {
      listeners.push([event, listener]);
    },
    off(event: string, listener?: Listener) {
      listeners = listeners.filter((one) => one[0] != event || (listener && one[1] != listener));
    },
    emit(event: string, detail: object = {}) {
      for (const [name, listener] of listeners) if (name == event) setTimeout(() => listener(detail));
    },
  };
}
