// Where Synergia's sign-in comes back to. What it brings is cleared from the address bar before anything else and goes
// to the client that began: to a window of a listed origin, or, in the phone's browser, to the app by its own link.
import { $, fail, show } from './page.js';
import { texts } from './texts.js';

const APP_LINK = 'pl.librus.app:/linked?';
const NAMES = ['code', 'state', 'iss', 'error'];

const query = new URLSearchParams(location.search);
history.replaceState(null, '', location.pathname);

const answer = Object.fromEntries(NAMES.filter((n) => query.get(n)).map((n) => [n, query.get(n)]));
const origins = document.body.dataset.origins.split(' ').filter(Boolean);

/** The browser itself drops the message when the window that began shows another origin than the named one. */
function tellOpener() {
  for (const origin of origins) window.opener.postMessage({ type: 'linked', ...answer }, origin);
}

function offerApp() {
  $('open-app').href = APP_LINK + new URLSearchParams(answer);
  show('app');
}

function refused() {
  const isTheirWish = answer.error === 'access_denied';
  $('problem-title').textContent = isTheirWish ? texts.signInStoppedTitle : texts.signInFailedTitle;
  fail((isTheirWish ? texts.signInStoppedText : texts.signInFailedText) + ' ' + texts.linkAgain);
}

const isComplete = Boolean(answer.state && answer.iss && (answer.code || answer.error));
if (isComplete && window.opener) tellOpener();
$('close').onclick = () => window.close();

if (!isComplete) {
  fail(texts.nothingToDo);
} else if (answer.error) {
  refused();
} else if (window.opener) {
  show('window');
} else {
  offerApp();
}
