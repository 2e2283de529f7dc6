// What the pages behind the links of mails have in common: one of three sections is shown, and nothing is sent before
// a button is pressed.

export const $ = (id) => document.getElementById(id);

const GONE = 'Ten link został już użyty albo stracił ważność. Wróć do aplikacji i poproś o nową wiadomość.';
const SILENT = 'Usługa chwilowo nie odpowiada. Link pozostaje ważny; spróbuj za kilka minut.';
const TOO_MANY = 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.';

export function show(id) {
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id;
}

export function fail(text) { $('problem-text').textContent = text; show('problem'); }

export function done(title, text) {
  $('done-title').textContent = title;
  $('done-text').textContent = text;
  show('done');
}

/** The token of the fragment, which never reaches a server by itself; cleared from the address bar at once. */
export function takeToken() {
  const token = location.hash.replace(/^#(token=)?/, '');
  history.replaceState(null, '', location.pathname);
  if (!token) fail('W tym adresie brakuje kodu. Otwórz stronę z wiadomości jeszcze raz.');
  return token;
}

export async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const json = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(json.code || ''), { status: answer.status });
  return json;
}

/** Runs the work once at a time and says in words why it failed. */
export function guarded(work, gone = GONE) {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } catch (e) {
      const isOver = e.status === 400 || e.status === 404 || e.status === 410;
      fail(isOver ? gone : e.status === 429 ? TOO_MANY : SILENT);
    } finally {
      busy = false;
    }
  };
}

export function passwordForm(send) {
  $('form').onsubmit = (event) => {
    event.preventDefault();
    const same = $('password').value === $('repeat').value;
    $('repeat').setCustomValidity(same ? '' : 'Hasła nie są takie same.');
    if ($('form').reportValidity()) guarded(() => send($('password').value))();
  };
  $('repeat').oninput = () => $('repeat').setCustomValidity('');
}
