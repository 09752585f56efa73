// The one global: a queue before we are loaded, an object with the same commands after.

/** A command that was promised to shops but is not built yet is null. */
export type Commands = Record<string, ((...args: any[]) => void) | null>;

/** Replaces the queue by the real thing, then does what was queued, in order. */
export function openForCommands(queue: unknown[], commands: Commands) {
  const warned: Record<string, unknown> = {};
  const api: Commands = {
    push: (...calls: [string, ...unknown[]][]) => calls.forEach(([name, ...args]) => run(name, args)),
  };
  const run = (name: string, args: unknown[]) => {
    if (commands[name]) commands[name](...args);
    else if (!warned[name]) console.warn("CommunityWidget: not built yet: " + (warned[name] = name));
  };
  for (const name in commands) api[name] = (...args) => run(name, args);
  (window as unknown as { CommunityWidget: Commands }).CommunityWidget = api;
  api.push!(...queue);
}
