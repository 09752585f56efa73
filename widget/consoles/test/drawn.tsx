import { render, type VNode } from "preact";
import { act } from "preact/test-utils";
import { SessionContext, type InPage } from "../shared/components/session";
import type { Store } from "../shared/store";

/** Draws a part of a page on an empty one; what of the session a test does not need is left out. */
export async function drawn(node: VNode, session: { store: Store } & Record<string, unknown>): Promise<HTMLElement> {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  await act(() => render(<SessionContext.Provider value={{ parts: {}, ...session } as unknown as InPage}>{node}</SessionContext.Provider>, root));
  return root;
}

/** Something happens, and what is drawn follows. */
export const happens = (step: () => unknown) => act(async () => void (await step()));

export const button = (root: Element, text: string) => [...root.querySelectorAll("button")].find((one) => one.textContent!.trim() === text);
