import { $, done, guarded, post, show, takeToken } from './page.js';

const GONE = 'Decyzja została już podjęta albo link stracił ważność. Jeśli jest nadal potrzebna, dziecko może poprosić'
  + ' w aplikacji o nową wiadomość.';
const DECISIONS = '/accounts/v1/guardian-decisions';

const token = takeToken();

const decide = (decision, title, text) => guarded(async () => {
  await post(DECISIONS, { token, decision });
  done(title, text);
}, GONE);

if (token) {
  $('confirm').onclick = decide('CONFIRM', 'Dziękujemy',
    'Konto dziecka działa. Zgody na powiązanie z kontem szkolnym udziela się osobno.');
  $('refuse').onclick = decide('REFUSE', 'Odmowa zapisana',
    'Konto nie powstanie, a podane dane zostały usunięte.');
  guarded(async () => {
    $('child').textContent = (await post(DECISIONS + '/details', { token })).childEmail;
    show('ask');
  }, GONE)();
}
