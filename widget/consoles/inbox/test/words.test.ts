import { expect, test } from "vitest";
import { matching } from "../services/replies";
import { dueOf } from "../store/clock";
import { fill } from "../store/fill";
import { localTime, snoozesFrom } from "../store/snoozes";

const MINUTE = 60_000;

test.each([
  [0, "fine", 20],
  [14, "fine", 6],
  [15, "soon", 5],
  [19.9, "soon", 1],
  [20, "late", 1],
  [200, "late", 180],
])("after %d of 20 minutes a clock is %s", (passed, tone, minutes) => expect(dueOf({ since: 0, dueAt: 20 * MINUTE }, 20 * MINUTE, passed * MINUTE)).toEqual({ tone, minutes }));

test("nobody waits where the last word is ours, and nothing is due where it has ended or is put aside", () => {
  expect(dueOf({ since: null, dueAt: null }, 20 * MINUTE, 0)).toBeNull();
  expect(dueOf({ since: 0, dueAt: null }, 20 * MINUTE, 0)).toBeNull();
});

test("over a night the clock stands, and warns in the last quarter of the target", () => {
  const row = { since: 0, dueAt: 14 * 60 * MINUTE };
  expect(dueOf(row, 20 * MINUTE, 60 * MINUTE)).toEqual({ tone: "fine", minutes: 13 * 60 });
  expect(dueOf(row, 20 * MINUTE, 14 * 60 * MINUTE - 5 * MINUTE)).toEqual({ tone: "soon", minutes: 5 });
});

test("variables are filled in, what is not known leaves no hole, what is none stays", () => {
  const values = { visitor: "Ana", topic: null, agent: "Sam", page: "Lamps" };
  expect(fill("Hello {{visitor}}, {{ agent }} here about {{page}}.", values)).toBe("Hello Ana, Sam here about Lamps.");
  expect(fill("Hello {{visitor}}, on {{topic}}!", { ...values, visitor: null })).toBe("Hello, on!");
  expect(fill("{{order}} {{", values)).toBe("{{order}} {{");
  expect(fill("{{visitor}}", { visitor: "{{agent}}", agent: "Sam" })).toBe("{{agent}}");
});

test("times to come back at are in the morning of the reader's own days", () => {
  const at = (now: string) => Object.fromEntries(snoozesFrom(new Date(now)).map((one) => [one.key, localTime(one.at)]));
  expect(at("2026-03-06T17:30")).toEqual({ hour: "2026-03-06T18:30", threeHours: "2026-03-06T20:30", tomorrow: "2026-03-07T09:00", monday: "2026-03-09T09:00" });
  expect(at("2026-03-09T08:00").monday).toBe("2026-03-16T09:00");
  expect(at("2026-03-08T08:00").monday).toBe("2026-03-09T09:00");
});

test("replies are found by every word of title or text, without accents", () => {
  const replies = [
    { id: "1", title: "Été", text: "Nous fermons en août", version: 1 },
    { id: "2", title: "Retours", text: "Quatorze jours, nœud compris", version: 1 },
  ];
  expect(matching(replies, "ete AOUT").map((one) => one.id)).toEqual(["1"]);
  expect(matching(replies, "noeud").map((one) => one.id)).toEqual(["2"]);
  expect(matching(replies, "NŒUD").map((one) => one.id)).toEqual(["2"]);
  expect(matching(replies, " ").length).toBe(2);
  expect(matching(replies, "ete jours")).toEqual([]);
});
