import { useSession } from "./session";

/** Phones: the list is behind the talk, so an offer knocks here. */
export function OfferBar() {
  const { store, t } = useSession();
  const open = store.offers.open().length;
  if (!open) return null;
  return (
    <div class="offer-bar">
      <span>{t.offersCount(open)}</span>
      <button type="button" class="primary" onClick={() => (store.view.talking.value = false)}>
        {t.show}
      </button>
    </div>
  );
}
