// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { makeConnection } from "../services/connection";
import { snapshot } from "./state";

vi.mock("../../wire/socket", () => {
  throw new Error("no such file");
});

test("where the file that opens lines is no more, after a release, the conversation is polled for", async () => {
  vi.useFakeTimers();
  const get = vi.fn(() => Promise.resolve({ value: snapshot([]), refusal: null }));
  const post = vi.fn(() => Promise.resolve({ value: { ticket: "t" }, refusal: null }));
  const incoming = { snapshot: vi.fn(), event: vi.fn(), typing: vi.fn(), seen: vi.fn(), search: vi.fn(), reached: vi.fn(), known: () => 1 };
  const connection = makeConnection("https://chat.example/", { get, post } as never, incoming);

  connection.follow("T1");
  await vi.waitFor(() => expect(get).toHaveBeenCalled());
  await vi.advanceTimersByTimeAsync(10_000);

  expect(get.mock.calls.length).toBeGreaterThan(2);
  expect(incoming.reached).toHaveBeenLastCalledWith(true);
  connection.leave();
});
