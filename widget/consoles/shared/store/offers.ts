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

export const remainingMs = (offer: Offer, now: number) => Math.max(0, offer.endsAt - now);

/** What is left of the ring, 1 to 0. */
export const remainingShare = (offer: Offer, now: number) => Math.min(1, remainingMs(offer, now) / offer.lastsMs);

const received = (view: OfferView, now: number): Offer => ({
  view,
  endsAt: now + view.remainingMs,
  lastsMs: Math.max(1, view.deadline - view.offeredAt, view.remainingMs),
  ended: null,
});

export function createOffers() {
  const all = signal<readonly Offer[]>([]);
  const known = (id: string) => all.peek().some((offer) => offer.view.offerId === id);

  return {
    all,
    open: () => all.value.filter((offer) => offer.ended === null),
    /** True when it was not on the screen yet. */
    made: (view: OfferView, now: number): boolean => {
      if (known(view.offerId)) return false;
      all.value = [...all.peek(), received(view, now)];
      return true;
    },
    ended: (id: string, reason: string) => {
      all.value = all.peek().map((offer) => (offer.view.offerId === id && !offer.ended ? { ...offer, ended: reason } : offer));
    },
    drop: (id: string) => {
      all.value = all.peek().filter((offer) => offer.view.offerId !== id);
    },
    /** The server's list: what is not on it is over, what is new on it is returned. */
    truth: (views: readonly OfferView[], now: number): OfferView[] => {
      const news = views.filter((view) => !known(view.offerId));
      const listed = new Set(views.map((view) => view.offerId));
      const over = all.peek().map((offer) => (listed.has(offer.view.offerId) || offer.ended ? offer : { ...offer, ended: "rescinded" }));
      all.value = [...over, ...news.map((view) => received(view, now))];
      return news;
    },
  };
}

export type Offers = ReturnType<typeof createOffers>;
