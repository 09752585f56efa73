import { useEffect, useRef } from "preact/hooks";
import { OfferCard } from "./OfferCard";
import { useSession } from "./session";

/** Phones: the lists are behind the talk, so an offer knocks here, above the Message box and never over it. */
export function OfferStrip() {
  const { store, t } = useSession();
  const offers = store.offers.all.value;
  const strip = useRef<HTMLElement>(null);
  // One at a time is enough for a thumb.
  const first = offers.find((offer) => !offer.ended) ?? offers.at(-1);
  useEffect(() => strip.current?.scrollTo(0, 0), [first?.view.offerId]);
  if (!first) return null;
  const more = offers.filter((offer) => !offer.ended && offer !== first).length;
  return (
    <section ref={strip} class="offer-strip" aria-label={t.offers}>
      <ul>
        <OfferCard key={first.view.offerId} offer={first} />
      </ul>
      {more > 0 && (
        <button type="button" class="text-button" onClick={() => (store.view.talking.value = false)}>
          {t.moreOffers(more)}
        </button>
      )}
    </section>
  );
}
