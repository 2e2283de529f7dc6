// First login of a school account: authorization code with PKCE, then the school's regulations.
// The tokens live in memory only; of the address bar only the school's code stays.
'use strict';

const REALM = '/auth/realms/synergia/protocol/openid-connect';
const CLIENT = 'synergia-web';
const REDIRECT = location.origin + '/school';
const AWAY = 'Dziennik chwilowo nie odpowiada. To nie jest wina Twojego hasła; spróbuj za kilka minut.';
const TEXT_OF_CODE = {
  'no-account': 'To konto jest teraz w szkole nieaktywne. Zgłoś się do sekretariatu lub administratora dziennika.',
  'regulations-changed': 'Szkoła opublikowała właśnie nową wersję regulaminu. Przeczytaj ją i zaakceptuj.',
};
const TEXT_OF_STATUS = {
  401: 'Sesja wygasła. Zaloguj się jeszcze raz.',
  429: 'Za dużo prób w krótkim czasie. Odczekaj minutę i spróbuj jeszcze raz.',
  503: AWAY,
};
const $ = (id) => document.getElementById(id);
let tokens = null;
let refreshing = null;

function show(id) {
  for (const s of document.querySelectorAll('main > section')) s.hidden = s.id !== id;
  const heading = $(id).querySelector('h2');
  if (heading) { heading.tabIndex = -1; heading.focus(); }
}

function fail(text) {
  $('problem-text').textContent = text;
  show('problem');
}

// Without a status nothing came back at all.
const explain = ({ status = 503, code }) => TEXT_OF_CODE[code] || TEXT_OF_STATUS[status]
  || (status < 500 ? 'Tego nie udało się zrobić. Spróbuj jeszcze raz.' : AWAY);
const refused = (status, code) => Object.assign(new Error(code || String(status)), { status, code });

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function login() {
  const verifier = random();
  const state = random();
  sessionStorage.setItem('pkce', JSON.stringify({ verifier, state }));
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  location.assign(REALM + '/auth?' + new URLSearchParams({
    client_id: CLIENT, response_type: 'code', scope: 'openid', redirect_uri: REDIRECT, state,
    code_challenge: base64url(new Uint8Array(hash)), code_challenge_method: 'S256', ui_locales: 'pl',
  }));
}

async function redeem(params) {
  const kept = JSON.parse(sessionStorage.getItem('pkce') || 'null');
  sessionStorage.removeItem('pkce');
  if (!kept || kept.state !== params.get('state')) {
    return fail('To logowanie nie zaczęło się na tej stronie. Zacznij jeszcze raz.');
  }
  await take({
    grant_type: 'authorization_code', redirect_uri: REDIRECT, code: params.get('code'), code_verifier: kept.verifier,
  });
  return enter();
}

async function take(grant) {
  const answer = await fetch(REALM + '/token', {
    method: 'POST', body: new URLSearchParams({ client_id: CLIENT, ...grant }),
  });
  if (!answer.ok) {
    // Keycloak says 400 to a code or refresh token that no longer counts; after anything else it still does.
    const isOver = answer.status === 400 || answer.status === 401;
    if (isOver) tokens = null;
    throw refused(isOver ? 401 : answer.status);
  }
  tokens = await answer.json();
}

// Another request may have found out meanwhile that the session is over.
function held() {
  if (!tokens) throw refused(401);
  return tokens;
}

// A refresh token counts once: whoever needs a new access token meanwhile waits for the same one.
function refresh() {
  refreshing = refreshing || take({ grant_type: 'refresh_token', refresh_token: held().refresh_token })
    .finally(() => { refreshing = null; });
  return refreshing;
}

const send = (method, path, body) => fetch('/synergia/v1' + path, {
  method,
  headers: { Authorization: 'Bearer ' + held().access_token, ...(body && { 'Content-Type': 'application/json' }) },
  body: body && JSON.stringify(body),
});

async function api(method, path, body) {
  let answer = await send(method, path, body);
  // The access token lives five minutes; regulations take longer to read.
  if (answer.status === 401) {
    await refresh();
    answer = await send(method, path, body);
  }
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  if (answer.status === 401) tokens = null;
  throw refused(answer.status, (await answer.json().catch(() => ({}))).code);
}

async function enter() {
  show('wait');
  const me = await api('GET', '/me');
  remember(String(me.school.code));
  if (me.regulationsAccepted) return done(me);
  const rules = await api('GET', '/regulations/current');
  $('rules-school').textContent = me.school.name;
  $('rules-version').textContent = rules.version;
  $('rules-text').textContent = rules.text;
  $('accept').onclick = guarded(async () => {
    await api('POST', '/me/regulations-acceptances', { version: rules.version });
    await enter();
  });
  show('rules');
}

function done(me) {
  $('done-name').textContent = `${me.firstName} ${me.lastName}`;
  $('done-school').textContent = me.school.name;
  $('done-login').textContent = me.login;
  $('done-contact').textContent = me.school.reissueContact;
  $('done-pupils-part').hidden = me.kind !== 'GUARDIAN';
  $('done-pupils').replaceChildren(...me.pupils.map((p) => {
    const item = document.createElement('li');
    item.textContent = `${p.firstName} ${p.lastName}, klasa ${p.className}`;
    return item;
  }));
  show('done');
}

function guarded(work) {
  return () => work().catch((e) => fail(explain(e)));
}

// The school's code stands in the address on the slip. It is kept, because the paper is what people lose.
const isCode = (text) => /^[0-9]{1,9}$/.test(text || '');

function remember(code) {
  try { localStorage.setItem('szkola', code); } catch { /* A browser may forbid it; the address still works. */ }
}

function remembered() {
  try { return localStorage.getItem('szkola'); } catch { return null; }
}

// Who issues a new slip, told before any login. Without an answer the general text stays. Anybody can write a link that
// names a school: only a login changes which one is remembered.
async function showContact(code) {
  const answer = await fetch('/synergia/v1/school-contacts/' + code);
  if (!answer.ok) return;
  if (!isCode(remembered())) remember(code);
  const school = await answer.json();
  $('reissue-school').textContent = `${school.name}, ${school.town}`;
  $('reissue-contact').textContent = school.reissueContact;
  $('reissue-general').hidden = true;
  $('reissue-particular').hidden = false;
}

$('login').onclick = guarded(login);
$('again').onclick = () => tokens ? guarded(enter)() : show('start');
$('logout').onclick = () => location.assign(REALM + '/logout?' + new URLSearchParams({
  client_id: CLIENT, post_logout_redirect_uri: REDIRECT, ...(tokens.id_token && { id_token_hint: tokens.id_token }),
}));

const params = new URLSearchParams(location.search);
const named = params.get('szkola');
const code = isCode(named) ? named : remembered();
history.replaceState(null, '', isCode(code) ? '/school?szkola=' + code : '/school');
if (isCode(code)) showContact(code).catch(() => {});
if (params.has('code')) {
  show('wait');
  guarded(() => redeem(params))();
} else if (params.has('error')) {
  fail('Logowanie przerwano. Zacznij jeszcze raz.');
} else {
  show('start');
}
