// @vitest-environment happy-dom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import type { Part } from "../components/acts";
import { MyData } from "../components/MyData";
import { myData } from "../texts/myData";
import { state } from "./state";

// Sheets are the browser tests' business.
vi.mock("../util/styled", () => ({ styled: () => {} }));

const t = myData("en");

/** Presses through to the end what erases, while the server answers as told; says what happened to line and page in order. */
async function erased(ok: boolean) {
  const did: string[] = [];
  vi.stubGlobal("fetch", async () => {
    did.push("asked");
    return new Response("{}", { status: ok ? 200 : 503 });
  });
  const act = { http: { token: "guest" }, rest: (on: boolean) => did.push(on ? "no line" : "line again"), stop: () => did.push("stopped") };
  const root = document.createElement("div");
  render(<MyData {...({ state: state(), act, set: vi.fn(), door: { base: "http://x/", site: "shop" } } as unknown as Part)} />, root);
  for (const name of [t.erase, t.yes]) {
    await vi.waitFor(() => [...root.querySelectorAll("button")].find((one) => one.textContent == name)!.click());
  }
  await vi.waitFor(() => expect(did.length).toBe(3));
  return { did, root };
}

test("no line is open while what is kept is being erased", async () => {
  expect((await erased(true)).did).toEqual(["no line", "asked", "stopped"]);
});

test("where that could not be done it says so and the line is there again", async () => {
  const { did, root } = await erased(false);
  expect(did).toEqual(["no line", "asked", "line again"]);
  await vi.waitFor(() => expect(root.querySelector("[role=alert]")!.textContent).toBe(t.failed));
});
