import { expect, test } from "vitest";
import { createList } from "../store/list";
import { NO_TOPIC, belongs, inOrderOf, noFilter, passes } from "../store/views";
import { row } from "./sample";

const rules = { belongs: (r: ReturnType<typeof row>) => belongs(r, "unassigned", "m1", 0), compare: inOrderOf("unassigned") };
const shown = (list: ReturnType<typeof createList>) => list.lines.value!.map((line) => line.row.threadId + (line.gone ? " gone" : ""));

test("a change puts a line where it belongs, moves it and takes it off", () => {
  const list = createList();
  list.received([row("a", { askedAt: 1 }), row("c", { askedAt: 3 })], null);
  expect(list.changed(row("b", { askedAt: 2 }), rules)?.threadId).toBe("b");
  expect(shown(list)).toEqual(["a", "b", "c"]);
  expect(list.changed(row("a", { askedAt: 1, state: "parked", rung: "parked" }), rules)).toBeNull();
  expect(shown(list)).toEqual(["b", "c", "a"]);
  list.changed(row("b", { state: "live", askedAt: 2 }), rules);
  expect(shown(list)).toEqual(["c", "a"]);
});

test("while a hand is on it nothing moves: the gone are marked with what became of them, the new are counted and come when asked for", () => {
  const list = createList();
  list.received([row("a", { askedAt: 1 }), row("b", { askedAt: 2 })], null);
  list.hold(true);
  list.changed(row("a", { askedAt: 1, state: "closed" }), rules);
  list.changed(row("new", { askedAt: 0 }), rules);
  expect(shown(list)).toEqual(["a gone", "b"]);
  expect(list.lines.value![0]!.row.state).toBe("closed");
  expect(list.fresh.value).toBe(1);
  list.settle();
  expect(shown(list)).toEqual(["new", "b"]);
  list.changed(row("b", { askedAt: 2, state: "live" }), rules);
  expect(shown(list)).toEqual(["new", "b gone"]);
  list.hold(false);
  expect(shown(list)).toEqual(["new"]);
});

test("a line that a new fetch took off under a hand says why once that is known, and no older news changes it", () => {
  const list = createList();
  list.received([row("a", { askedAt: 1, lastAt: 5 }), row("b", { askedAt: 2 })], null);
  list.hold(true);
  list.received([row("b", { askedAt: 2 })], null);
  expect(shown(list)).toEqual(["a gone", "b"]);
  expect(list.unexplained(rules.belongs)).toEqual(["a"]);
  list.explained(row("a", { askedAt: 1, lastAt: 7, state: "live" }));
  list.explained(row("a", { askedAt: 1, lastAt: 6, state: "closed" }));
  expect(list.lines.value![0]).toMatchObject({ gone: true, row: { state: "live" } });
  expect(list.unexplained(rules.belongs)).toEqual([]);
  list.received([row("b", { askedAt: 2 })], null);
  expect(list.lines.value![0]!.row.state).toBe("live");
});

test("what belongs below the last page waits to be fetched, and what was fetched twice stands once", () => {
  const list = createList();
  list.received([row("a", { askedAt: 1 }), row("b", { askedAt: 2 })], "next");
  expect(list.changed(row("z", { askedAt: 9 }), rules)).toBeNull();
  expect(shown(list)).toEqual(["a", "b"]);
  list.below([row("b", { askedAt: 2 }), row("z", { askedAt: 9 })], null);
  expect(shown(list)).toEqual(["a", "b", "z"]);
});

test("the page below comes also under a hand", () => {
  const list = createList();
  list.received([row("a", { askedAt: 1 })], "next");
  list.hold(true);
  list.below([row("b", { askedAt: 2 })], null);
  expect(shown(list)).toEqual(["a", "b"]);
  expect(list.fresh.value).toBe(0);
});

const [sam, kim] = [{ id: "m1", name: "Sam", kind: "agent", since: null }, { id: "m2", name: "Kim", kind: "agent", since: null }];

test("of one's own what was given stands before what was answered, and everywhere else by age", () => {
  const [answered, given] = [row("a", { state: "parked", outcome: "answered", askedAt: 1 }), row("b", { state: "parked", assignee: sam, askedAt: 2 })];
  expect([inOrderOf("mine")(answered, given) > 0, inOrderOf("mine")(given, answered) < 0, inOrderOf("all")(answered, given) < 0]).toEqual([true, true, true]);
});

test.each([
  ["unassigned", row("w"), true],
  ["unassigned", row("w", { rung: "topic" }), false],
  ["unassigned", row("p", { state: "parked", rung: "parked" }), true],
  ["unassigned", row("p", { state: "parked", outcome: "answered" }), false],
  ["unassigned", row("s", { snoozedUntil: 5 }), false],
  ["snoozed", row("s", { snoozedUntil: 5 }), true],
  ["snoozed", row("s", { snoozedUntil: 0 }), false],
  ["mine", row("l", { state: "live", responder: { id: "m1", name: "Sam", kind: "agent", since: null } }), true],
  ["mine", row("l", { state: "live", responder: { id: "m2", name: "Kim", kind: "agent", since: null } }), false],
  ["unassigned", row("g", { state: "parked", rung: "parked", assignee: kim }), false],
  // As a node of the release before tells it.
  ["unassigned", row("g", { state: "parked", rung: "parked", assignee: undefined }), true],
  ["mine", row("g", { state: "parked", rung: "parked", assignee: sam }), true],
  ["mine", row("g", { state: "parked", rung: "parked", assignee: kim }), false],
  ["mine", row("g", { state: "parked", rung: "parked", assignee: sam, snoozedUntil: 5 }), false],
  ["all", row("g", { state: "parked", rung: "parked", assignee: kim }), true],
  ["all", row("l", { state: "live" }), true],
  ["all", row("l", { state: "live", rung: "topic" }), false],
  ["closed", row("c", { state: "closed" }), true],
] as const)("%s: %o stands there: %s", (view, one, stands) => expect(belongs(one, view, "m1", 1)).toBe(stands));

test.each([
  [{}, true],
  [{ language: "fr" }, true],
  [{ language: "en" }, false],
  [{ language: "fr", topic: "care" }, true],
  [{ language: "fr", topic: "bulbs" }, false],
  [{ topic: "-" }, false],
  [{ language: "fr", tag: "vip" }, false],
  [{ language: "en", topic: "care", state: "waiting" }, false],
])("a French question about care narrowed by %o is let through: %s", (filter, through) =>
  expect(passes(row("f", { language: "fr", topic: "care" }), { ...noFilter, ...filter })).toBe(through));

test("those about nothing are found by that", () => expect(passes(row("n", { topic: null }), { ...noFilter, topic: NO_TOPIC })).toBe(true));
