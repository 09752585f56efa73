import { expect, test } from "vitest";
import { createOffers, remainingMs, remainingShare } from "../shared/store/offers";
import { offer } from "./sample";

const idsOf = (offers: ReturnType<typeof createOffers>) => offers.open().map((one) => one.view.offerId);

test("the countdown runs from remainingMs on our own clock, whatever the wall clock says", () => {
  const offers = createOffers();
  offers.made(offer("a", { remainingMs: 12_000 }), 500);
  const [made] = offers.all.value;
  expect(remainingMs(made!, 500)).toBe(12_000);
  expect(remainingMs(made!, 4_500)).toBe(8_000);
  expect(remainingMs(made!, 99_000)).toBe(0);
  expect(remainingShare(made!, 500)).toBeCloseTo(0.8);
});

test("the same offer told twice is one offer, and news only once", () => {
  const offers = createOffers();
  expect(offers.made(offer("a"), 0)).toBe(true);
  expect(offers.made(offer("a"), 0)).toBe(false);
  expect(offers.truth([offer("a"), offer("b")], 0).map((one) => one.offerId)).toEqual(["b"]);
});

test("an ended offer keeps its word until it is dropped", () => {
  const offers = createOffers();
  offers.made(offer("a"), 0);
  offers.ended("a", "expired");
  offers.ended("a", "rescinded");
  expect(offers.all.value[0]!.ended).toBe("expired");
  expect(idsOf(offers)).toEqual([]);
  offers.drop("a");
  expect(offers.all.value).toEqual([]);
});

test("what the server no longer lists is over", () => {
  const offers = createOffers();
  offers.made(offer("a"), 0);
  offers.truth([offer("b")], 0);
  expect(idsOf(offers)).toEqual(["b"]);
});

test("an offer taken back is open again in its place, and its farewell does not take it away", () => {
  const offers = createOffers();
  for (const id of ["a", "b"]) offers.made(offer(id), 0);
  offers.ended("a", "declined");
  expect(offers.made(offer("a", { remainingMs: 9_000 }), 100)).toBe(false);
  expect(idsOf(offers)).toEqual(["a", "b"]);
  expect(offers.all.value[0]!.endsAt).toBe(9_100);
  offers.dropEnded("a");
  expect(idsOf(offers)).toEqual(["a", "b"]);
});

test("an offer that was taken up does not ring again, told once more while it was", () => {
  const offers = createOffers();
  offers.made(offer("a"), 0);
  offers.drop("a");
  expect(offers.made(offer("a"), 100)).toBe(false);
  expect(idsOf(offers)).toEqual([]);
});

test("an offer told once more after its end is not open again", () => {
  const offers = createOffers();
  offers.made(offer("a"), 0);
  offers.ended("a", "rescinded");
  expect(offers.made(offer("a"), 100)).toBe(false);
  expect(idsOf(offers)).toEqual([]);
});

test("an offer that ended here and is open at the server is open", () => {
  const offers = createOffers();
  offers.made(offer("a"), 0);
  offers.ended("a", "declined");
  expect(offers.truth([offer("a")], 0)).toEqual([]);
  expect(idsOf(offers)).toEqual(["a"]);
});
