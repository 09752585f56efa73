/**
 * Whoever sent an answer or a report has a key to it behind the # of its page's address, where no server log or referrer sees it: put it into the
 * form, and behind the address the form goes to. It stays in the address, which is all they have to keep.
 */
export function takeKey(page: Document = document) {
  const field = page.querySelector<HTMLInputElement>('main input[name="key"]:not([type="hidden"])');
  const brought = page.location.hash.slice(1);
  if (!field || !brought) return;
  field.value ||= brought;
  const form = field.form;
  if (form) form.action = `${form.action.split("#")[0]}#${brought}`;
}
