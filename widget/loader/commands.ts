// The one global: a queue before we are loaded, an object with the same commands after.

/** A command that cannot do what it was asked throws or rejects: that is told to the console, once by command. */
export type Commands = Record<string, (...args: any[]) => unknown>;

/**
 * Replaces the queue by the real thing, then does what was queued, in order. Whatever a shop's script says, nothing is thrown back at it.
 * The commands of `later` wait until there is something to show.
 */
export function openForCommands(queue: { map?: unknown[]["map"] }, drawn: Promise<unknown>, now: Commands, later: Commands) {
  const warned: Record<string, unknown> = {};
  /** A call is a name and its arguments; what a shop's script really pushes may be anything. */
  const run = async (call: any) => {
    try {
      await (now[call[0]] ?? (await drawn, later[call[0]]!))(...call.slice(1));
    } catch (reason) {
      // Of the call only the name is told: its arguments may be somebody's words.
      if (!warned[(call = call?.[0])]) console.warn("CommunityWidget: " + call, (warned[call] = reason));
    }
  };
  const api: Commands = { push: (...calls) => void calls.map(run) };
  for (const name in { ...now, ...later }) api[name] = (...args: unknown[]) => void run([name, ...args]);
  (window as unknown as { CommunityWidget: object }).CommunityWidget = api;
  // A page may have an element of our name, which is no queue.
  queue.map?.(run);
}
