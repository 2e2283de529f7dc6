// First login of a school account: authorization code with PKCE, then the school's regulations.
// The access token lives in memory only; the address bar is cleared before anything else happens.
'use strict';

const REALM = '/auth/realms/synergia/protocol/openid-connect';
const CLIENT = 'synergia-web';
const REDIRECT = location.origin + '/school';
const $ = (id) => document.getElementById(id);
let tokens = null;

function show(id) {
  for (const s of document.querySelectorAll('main > section')) s.hidden = s.id !== id;
  const heading = $(id).querySelector('h2');
  if (heading) { heading.tabIndex = -1; heading.focus(); }
}

function fail(text) {
  $('problem-text').textContent = text;
  show('problem');
}

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
  const answer = await fetch(REALM + '/token', {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: CLIENT, redirect_uri: REDIRECT,
      code: params.get('code'), code_verifier: kept.verifier,
    }),
  });
  if (!answer.ok) return fail('Logowanie wygasło. Zacznij jeszcze raz.');
  tokens = await answer.json();
  return enter();
}

async function api(method, path, body) {
  const answer = await fetch('/synergia/v1' + path, {
    method,
    headers: { Authorization: 'Bearer ' + tokens.access_token, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  const json = answer.status === 204 ? null : await answer.json();
  if (!answer.ok) throw Object.assign(new Error(json.code), { problem: json });
  return json;
}

async function enter() {
  show('wait');
  const me = await api('GET', '/me');
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
  $('done-name').textContent = me.firstName;
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
  return () => work().catch((e) => fail(
    e.message === 'no-account'
      ? 'To konto nie jest teraz czynne w szkole. Zgłoś się do sekretariatu lub administratora dziennika.'
      : e.problem && e.problem.status < 500
        ? 'Szkoła zmieniła coś w międzyczasie. Spróbuj jeszcze raz.'
        : 'Dziennik chwilowo nie odpowiada. To nie jest wina Twojego hasła; spróbuj za kilka minut.'));
}

$('login').onclick = guarded(login);
$('again').onclick = () => show('start');
$('logout').onclick = () => location.assign(REALM + '/logout?' + new URLSearchParams({
  client_id: CLIENT, post_logout_redirect_uri: REDIRECT, ...(tokens.id_token && { id_token_hint: tokens.id_token }),
}));

const params = new URLSearchParams(location.search);
history.replaceState(null, '', '/school');
if (params.has('code')) {
  show('wait');
  guarded(() => redeem(params))();
} else if (params.has('error')) {
  fail('Logowanie przerwano. Zacznij jeszcze raz.');
} else {
  show('start');
}
