import { Empty } from "./Empty";
import { OfferCard } from "./OfferCard";
import { useSession } from "./session";

export function Offers() {
  const { store, t } = useSession();
  const offers = store.offers.all.value;
  return (
    <section class="offers" aria-labelledby="offers-title">
      <h2 id="offers-title">{t.offers}</h2>
      {store.status.value?.paused && <p class="paused">{t.paused}</p>}
      {offers.length === 0 ? (
        <NoOffers />
      ) : (
        <ul class="offer-list">
          {offers.map((offer) => (
            <OfferCard key={offer.view.offerId} offer={offer} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NoOffers() {
  const { store, t } = useSession();
  const { available, paused, busy, seats, charterDue } = store.status.value!;
  if (paused) return null;
  if (charterDue) return <Empty title={t.offersCharter} hint={t.offersCharterHint} />;
  if (!available) return <Empty title={t.offersAway} hint={t.offersAwayHint} />;
  if (busy >= seats) return <Empty title={t.offersFull} hint={t.offersFullHint} />;
  return <Empty title={t.offersNone} hint={t.offersNoneHint} />;
}
