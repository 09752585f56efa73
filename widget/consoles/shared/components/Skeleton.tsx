import { useSession } from "./session";

/** Grey shapes of what is coming; the sheet shows them only after 200 ms. */
export function Skeleton() {
  const { t } = useSession();
  return (
    <div class="side skeleton" role="status">
      <span class="unseen">{t.loading}</span>
      <div class="bone tall" />
      <div class="bone" />
      <div class="bone" />
    </div>
  );
}
