import { signal } from "@preact/signals";
import type { OfferView } from "../../../wire/contracts";

/** An offer on the screen. Its end is kept on our own steady clock: the wall clock of a phone may be wrong. */
export interface Offer {
  view: OfferView;
  endsAt: number;
  lastsMs: number;
  /** Why it is over, or null while it is open. */
  ended: string | null;
}

export const remainingMs = (offer: Pick<Offer, "endsAt">, now: number) => Math.max(0, offer.endsAt - now);

/** What is left of the ring, 1 to 0. */
export const remainingShare = (offer: Pick<Offer, "endsAt" | "lastsMs">, now: number) => Math.min(1, remainingMs(offer, now) / offer.lastsMs);

const received = (view: OfferView, now: number): Offer => ({
  view,
  endsAt: now + view.remainingMs,
  lastsMs: Math.max(1, view.deadline - view.offeredAt, view.remainingMs),
  ended: null,
});

export function createOffers() {
  const all = signal<readonly Offer[]>([]);
  /** Taken off for good: what is told once more may have been on its way meanwhile. */
  const gone = new Set<string>();
  const find = (id: string) => all.peek().find((offer) => offer.view.offerId === id);
  const known = (id: string) => find(id) !== undefined;
  /** Open again in its old place: a "Not for me" was taken back. */
  const reopened = (view: OfferView, now: number) =>
    all.peek().map((offer) => (offer.view.offerId === view.offerId && offer.ended ? received(view, now) : offer));

  return {
    all,
    open: () => all.value.filter((offer) => offer.ended === null),
    get: find,
    /** True when it was not on the screen yet. */
    made: (view: OfferView, now: number): boolean => {
      if (gone.has(view.offerId)) return false;
      const news = !known(view.offerId);
      // Only a "Not for me" is taken back: what is told once more, in case it got lost, may come after its end.
      if (news) all.value = [...all.peek(), received(view, now)];
      else if (find(view.offerId)?.ended === "declined") all.value = reopened(view, now);
      return news;
    },
    ended: (id: string, reason: string) => {
      all.value = all.peek().map((offer) => (offer.view.offerId === id && !offer.ended ? { ...offer, ended: reason } : offer));
    },
    /** Takes an ended one off the screen; by then it may be open again. */
    dropEnded: (id: string) => {
      all.value = all.peek().filter((offer) => offer.view.offerId !== id || !offer.ended);
    },
    drop: (id: string) => {
      gone.add(id);
      all.value = all.peek().filter((offer) => offer.view.offerId !== id);
    },
    /** The server's list: what is not on it is over, what is new on it is returned. */
    truth: (views: readonly OfferView[], now: number): OfferView[] => {
      const news = views.filter((view) => !known(view.offerId));
      const listed = new Set(views.map((view) => view.offerId));
      for (const view of views) all.value = reopened(view, now);
      const over = all.peek().map((offer) => (listed.has(offer.view.offerId) || offer.ended ? offer : { ...offer, ended: "rescinded" }));
      all.value = [...over, ...news.map((view) => received(view, now))];
      return news;
    },
  };
}

export type Offers = ReturnType<typeof createOffers>;
