// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { minuteNow } from "../../shared/store/clock";
import { Back } from "../components/Clock";
import { anInbox, drawnAt } from "./drawn";

beforeEach(() => localStorage.clear());

test.each([
  ["en", 14, /^Back at 2:00.PM$/],
  ["en", 38, /^Back on Fri, Nov 6, 2:00.PM$/],
  ["fr", 14, /^Revient à 14:00$/],
  ["fr", 38, /^Revient le ven\. 6 nov\.,? (à )?14:00$/],
] as const)("what was put aside says in %s, as a sentence, when it is back in %s hours", async (language, hours, words) => {
  const midnight = new Date(2026, 10, 5);
  minuteNow.value = midnight.getTime();
  const at = anInbox();
  at.store.preferences.language.value = language;
  const root = await drawnAt({ ...at, desk: vi.fn() }, <Back at={new Date(2026, 10, 5, hours).getTime()} />);
  expect(root.textContent).toMatch(words);
});
