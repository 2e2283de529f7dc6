import { $, done, guarded, post, show, takeToken } from './page.js';
import { texts } from './texts.js';

const DECISIONS = '/family/v1/guardian-decisions';

const token = takeToken();

/** The sha256 of the text that stands on the page: what a guardian agrees to. */
let shown;

/** The version that the holder agreed to, in the language of this page if there is one in it. */
async function ask() {
  fill(await post(DECISIONS + '/details', { token, language: document.documentElement.lang }));
}

const decide = (body, title, text) => guarded(async () => {
  $('changed').hidden = true;
  try {
    await post(DECISIONS, { token, ...body() });
  } catch (e) {
    if (!e.fields?.includes('sha256')) throw e;
    await ask();
    $('changed').hidden = false;
    $('text').focus();
    return;
  }
  done(title, text);
}, texts.linkGone);

function fill(details) {
  $('holder').textContent = details.holderEmail;
  $('school').textContent = details.schoolName;
  $('login').textContent = details.login;
  $('pupils-label').textContent = details.pupils.length === 1 ? texts.pupil : texts.pupils;
  $('pupils').textContent = details.pupils.map((p) => p.firstName).join(', ');
  $('text').textContent = details.text;
  $('text').lang = details.language;
  shown = details.sha256;
}

if (token) {
  const yes = () => ({ decision: 'CONFIRM', sha256: shown });
  const no = () => ({ decision: 'REFUSE' });
  $('confirm').onclick = decide(yes, texts.linkConfirmedTitle, texts.linkConfirmedText);
  $('refuse').onclick = decide(no, texts.linkRefusedTitle, texts.linkRefusedText);
  guarded(async () => {
    await ask();
    show('ask');
  }, texts.linkGone)();
}
