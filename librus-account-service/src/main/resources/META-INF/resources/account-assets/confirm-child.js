import { $, done, guarded, post, show, takeToken } from './page.js';
import { texts } from './texts.js';

const DECISIONS = '/accounts/v1/guardian-decisions';

const token = takeToken();

const decide = (decision, title, text) => guarded(async () => {
  await post(DECISIONS, { token, decision });
  done(title, text);
}, texts.childGone);

if (token) {
  $('confirm').onclick = decide('CONFIRM', texts.childConfirmedTitle, texts.childConfirmedText);
  $('refuse').onclick = decide('REFUSE', texts.childRefusedTitle, texts.childRefusedText);
  guarded(async () => {
    $('child').textContent = (await post(DECISIONS + '/details', { token })).childEmail;
    show('ask');
  }, texts.childGone)();
}
