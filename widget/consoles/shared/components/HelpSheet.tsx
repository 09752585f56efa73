import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./Icon";
import { Install } from "./Install";
import { keyList } from "./keys";
import { useSession } from "./session";

export function HelpSheet() {
  const { store, parts, t } = useSession();
  const { shortcuts, remember } = store.preferences;
  const sheet = useRef<HTMLDialogElement>(null);
  const own = parts.keyList?.(t) ?? [];
  const open = store.view.help.value;
  useEffect(() => {
    if (open) sheet.current?.showModal();
  }, [open]);

  return (
    <dialog ref={sheet} class="sheet" aria-labelledby="help-title" onClose={() => (store.view.help.value = false)}>
      <div class="sheet-head">
        <h2 id="help-title">{t.helpTitle}</h2>
        <button type="button" class="icon" aria-label={t.close} onClick={() => sheet.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <ul>
        {t.helpLines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href={`/contributions?lang=${store.preferences.language.value}`}>{t.contributions}</a>
      </p>
      <Install />
      <h3 class="keys-title">{t.keys}</h3>
      <dl class="keys">
        {[...keyList(t).filter(([key]) => !own.some(([other]) => other === key)), ...own].map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={shortcuts.value}
          onChange={(event) => {
            shortcuts.value = event.currentTarget.checked;
            remember();
          }}
        />
        {t.shortcuts}
      </label>
    </dialog>
  );
}
