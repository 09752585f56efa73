import { askToInstall, installable } from "../services/app";
import { useSession } from "./session";

/** Where the browser offers it: the console as an app of its own. */
export function Install() {
  const { t } = useSession();
  if (!installable.value) return null;
  return (
    <p class="install">
      {t.installHint}
      <button type="button" class="quiet" onClick={() => void askToInstall()}>
        {t.install}
      </button>
    </p>
  );
}
