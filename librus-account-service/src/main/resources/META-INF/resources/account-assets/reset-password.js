import { done, passwordForm, post, show, takeToken } from './page.js';

const token = takeToken();

if (token) {
  passwordForm(async (password) => {
    await post('/accounts/v1/password-resets/confirmations', { token, password });
    done('Hasło zmienione', 'Zaloguj się nowym hasłem.');
  });
  show('ask');
}
