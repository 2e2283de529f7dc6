import { done, passwordForm, post, show, takeToken } from './page.js';
import { texts } from './texts.js';

const token = takeToken();

if (token) {
  passwordForm(async (password) => {
    await post('/accounts/v1/password-resets/confirmations', { token, password });
    done(texts.passwordChangedTitle, texts.passwordChangedText);
  });
  show('ask');
}
