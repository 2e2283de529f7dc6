import { $, done, guarded, post, show, takeToken } from './page.js';

const GONE = 'Decyzja została już podjęta albo link stracił ważność. Jeśli jest nadal potrzebna, osoba, która o nią'
  + ' prosiła, może w aplikacji rozpocząć wiązanie kont od nowa.';
const DECISIONS = '/family/v1/guardian-decisions';

const token = takeToken();

const decide = (decision, title, text) => guarded(async () => {
  await post(DECISIONS, { token, decision });
  done(title, text);
}, GONE);

function fill(details) {
  $('holder').textContent = details.holderEmail;
  $('school').textContent = details.schoolName;
  $('login').textContent = details.login;
  $('pupils-label').textContent = details.pupils.length === 1 ? 'Uczeń' : 'Uczniowie';
  $('pupils').textContent = details.pupils.map((p) => p.firstName).join(', ');
  $('text').textContent = details.text;
}

if (token) {
  $('confirm').onclick = decide('CONFIRM', 'Zgoda zapisana',
    'Powiązanie zostanie dokończone, a dane z dziennika pojawią się w aplikacji. Zgodę można wycofać w każdej chwili.');
  $('refuse').onclick = decide('REFUSE', 'Odmowa zapisana',
    'Konta nie zostaną powiązane. Z dziennika nie zostaną pobrane żadne dane.');
  guarded(async () => {
    fill(await post(DECISIONS + '/details', { token }));
    show('ask');
  }, GONE)();
}
