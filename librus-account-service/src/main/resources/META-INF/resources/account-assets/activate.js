import { $, done, guarded, passwordForm, post, show, takeToken } from './page.js';

const GONE = 'Ten link został już użyty albo stracił ważność. Jeśli konto już działa, po prostu się zaloguj.'
  + ' Jeśli nie, wróć do aplikacji i poproś o nową wiadomość.';
const ACTIVATIONS = '/accounts/v1/activations';

const token = takeToken();
const registrationId = localStorage.getItem('registrationId');
const activated = () => done('Konto działa', 'Możesz się zalogować w aplikacji: loginem jest Twój adres e-mail.');

function askForPassword() { $('known').hidden = true; $('unknown').hidden = false; }

if (token) {
  $(registrationId ? 'known' : 'unknown').hidden = false;
  $('go').onclick = guarded(async () => {
    try {
      await post(ACTIVATIONS, { token, registrationId });
      activated();
    } catch (e) {
      if (e.message !== 'password-needed') throw e;
      askForPassword();
    }
  }, GONE);
  passwordForm(async (password) => { await post(ACTIVATIONS, { token, password }); activated(); }, GONE);
  show('ask');
}
