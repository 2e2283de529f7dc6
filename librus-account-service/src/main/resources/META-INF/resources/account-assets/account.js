// The page behind a mail's link. The token is in the fragment and is sent only when a button is pressed.
'use strict';

const $ = (id) => document.getElementById(id);
const page = document.body.dataset.page;
const token = location.hash.replace(/^#(token=)?/, '');
history.replaceState(null, '', location.pathname);

const GONE = 'Ten link został już użyty albo stracił ważność. Wróć do aplikacji i poproś o nową wiadomość.';
const SILENT = 'Usługa chwilowo nie odpowiada. Link pozostaje ważny; spróbuj za kilka minut.';

function show(id) {
  for (const s of document.querySelectorAll('main > section')) s.hidden = s.id !== id;
}

function fail(text) { $('problem-text').textContent = text; show('problem'); }

function done(title, text) { $('done-title').textContent = title; $('done-text').textContent = text; show('done'); }

async function post(path, body) {
  const answer = await fetch('/accounts/v1' + path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  const json = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(json.code || ''), { status: answer.status });
  return json;
}

const guarded = (work) => () => work().catch((e) => fail(
  e.status === 410 ? GONE : e.status === 429 ? 'Za dużo prób. Odczekaj minutę i spróbuj ponownie.' : SILENT));

function passwordForm(send) {
  $('form').onsubmit = (event) => {
    event.preventDefault();
    const same = $('password').value === $('repeat').value;
    $('repeat').setCustomValidity(same ? '' : 'Hasła nie są takie same.');
    if ($('form').reportValidity()) guarded(() => send($('password').value))();
  };
  $('repeat').oninput = () => $('repeat').setCustomValidity('');
}

const pages = {
  activate() {
    const activated = () => done('Konto działa', 'Możesz się zalogować w aplikacji: loginem jest Twój adres e-mail.');
    const registrationId = localStorage.getItem('registrationId');
    $(registrationId ? 'known' : 'unknown').hidden = false;
    $('go').onclick = guarded(async () => {
      try {
        await post('/activations', { token, registrationId });
        activated();
      } catch (e) {
        if (e.message !== 'password-needed') throw e;
        $('known').hidden = true;
        $('unknown').hidden = false;
      }
    });
    passwordForm(async (password) => { await post('/activations', { token, password }); activated(); });
    show('ask');
  },
  'reset-password'() {
    passwordForm(async (password) => {
      await post('/password-resets/confirmations', { token, password });
      done('Hasło zmienione', 'Zaloguj się nowym hasłem.');
    });
    show('ask');
  },
  'confirm-child'() {
    const decide = (decision, title, text) => guarded(async () => {
      await post('/guardian-decisions', { token, decision });
      done(title, text);
    });
    $('confirm').onclick = decide('CONFIRM', 'Dziękujemy', 'Konto dziecka działa. Zgodę na powiązanie z kontem szkolnym daje się osobno.');
    $('refuse').onclick = decide('REFUSE', 'Odmowa zapisana', 'Konto nie powstanie, a podane dane zostały usunięte.');
    guarded(async () => {
      const details = await post('/guardian-decisions/details', { token });
      $('child').textContent = details.childEmail;
      show('ask');
    })();
  },
};

if (token) pages[page](); else fail('W tym adresie brakuje kodu. Otwórz stronę z wiadomości jeszcze raz.');
