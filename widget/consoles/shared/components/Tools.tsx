import { askPermission, permission } from "../services/notifications";
import { languages, textsOf, type Language } from "../texts";
import { Icon } from "./Icon";
import { useSession } from "./session";

export function Tools() {
  const { store, t } = useSession();
  const { language, sound, remember, speak } = store.preferences;

  const notify = async () => {
    await askPermission();
    store.notices.say(permission.value === "granted" ? t.notifyOn : t.notifyBlocked);
  };

  return (
    <div class="tools">
      {permission.value === "default" && (
        <button type="button" class="quiet" onClick={() => void notify()}>
          <Icon name="bell" /> <span>{t.notifyMe}</span>
        </button>
      )}
      <button
        type="button"
        class="icon"
        aria-pressed={sound.value}
        aria-label={t.sound}
        title={sound.value ? t.soundOn : t.soundOff}
        onClick={() => {
          sound.value = !sound.value;
          remember();
        }}
      >
        <Icon name={sound.value ? "sound" : "silent"} />
      </button>
      <select
        class="language"
        aria-label={t.language}
        value={language.value}
        onChange={(event) => speak(event.currentTarget.value as Language)}
      >
        {languages.map((one) => (
          <option key={one} value={one} title={textsOf[one].languageName}>
            {one.toUpperCase()}
          </option>
        ))}
      </select>
      <button type="button" class="icon" aria-label={t.help} title={t.help} onClick={() => (store.view.help.value = true)}>
        <Icon name="help" />
      </button>
      <form method="post" action={`/sign-out?lang=${language.value}`} onSubmit={() => store.kept.clear()}>
        <button class="icon" aria-label={t.signOut} title={t.signOut}>
          <Icon name="leave" />
        </button>
      </form>
    </div>
  );
}
