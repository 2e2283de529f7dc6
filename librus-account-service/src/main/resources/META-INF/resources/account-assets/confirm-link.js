import { $, done, guarded, post, show, takeToken } from './page.js';
import { texts } from './texts.js';

const DECISIONS = '/family/v1/guardian-decisions';

const token = takeToken();

const decide = (decision, title, text) => guarded(async () => {
  await post(DECISIONS, { token, decision });
  done(title, text);
}, texts.linkGone);

/** The text is the one that the holder agreed to, in the language that it was shown in. */
function fill(details) {
  $('holder').textContent = details.holderEmail;
  $('school').textContent = details.schoolName;
  $('login').textContent = details.login;
  $('pupils-label').textContent = details.pupils.length === 1 ? texts.pupil : texts.pupils;
  $('pupils').textContent = details.pupils.map((p) => p.firstName).join(', ');
  $('text').textContent = details.text;
  $('text').lang = details.language;
}

if (token) {
  $('confirm').onclick = decide('CONFIRM', texts.linkConfirmedTitle, texts.linkConfirmedText);
  $('refuse').onclick = decide('REFUSE', texts.linkRefusedTitle, texts.linkRefusedText);
  guarded(async () => {
    fill(await post(DECISIONS + '/details', { token }));
    show('ask');
  }, texts.linkGone)();
}
