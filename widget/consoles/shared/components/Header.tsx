import { AvailableSwitch } from "./AvailableSwitch";
import { Tools } from "./Tools";
import { useSession } from "./session";
import { YourPages } from "./YourPages";

export function Header() {
  const { store, t } = useSession();
  const place = store.place === "agent" ? t.inboxTitle : t.consoleTitle;
  return (
    <header class="top">
      <h1 class="top-name">
        <span>{store.siteName.value || place}</span>
        {store.siteName.value && <small>{place}</small>}
      </h1>
      <YourPages />
      <AvailableSwitch />
      <Tools />
    </header>
  );
}
