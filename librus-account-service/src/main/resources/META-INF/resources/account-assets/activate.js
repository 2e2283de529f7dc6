import { $, done, guarded, passwordForm, post, show, takeToken } from './page.js';
import { texts } from './texts.js';

const ACTIVATIONS = '/accounts/v1/activations';

const token = takeToken();
const registrationId = localStorage.getItem('registrationId');
const activated = () => done(texts.activatedTitle, texts.activatedText);

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
  }, texts.activationGone);
  passwordForm(async (password) => { await post(ACTIVATIONS, { token, password }); activated(); },
    texts.activationGone);
  show('ask');
}
