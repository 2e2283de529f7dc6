// What the pages behind the links of mails have in common: one of three sections is shown, and nothing is sent before
// a button is pressed.

import { NO_ANSWER, outcome } from './outcome.js';
import { texts } from './texts.js';

const LANGUAGES = ['pl', 'en', 'uk'];

export const $ = (id) => document.getElementById(id);

export function show(id) {
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id;
}

export function fail(text) { $('problem-text').textContent = text; show('problem'); }

/** While another try can help, what was typed stays and the words stand beside it. */
function explain(reason) {
  if (reason.isOver || $('ask').hidden) {
    fail(reason.text);
    return;
  }
  $('notice').textContent = reason.text;
  if (reason.field) $(reason.field).focus();
}

export function done(title, text) {
  $('done-title').textContent = title;
  $('done-text').textContent = text;
  show('done');
}

/**
 * The token of the fragment, which never reaches a server by itself; cleared from the address bar at once. Who changes
 * the language takes it along.
 */
export function takeToken() {
  const token = location.hash.replace(/^#(token=)?/, '');
  for (const language of LANGUAGES) $('in-' + language).href = '?lang=' + language + location.hash;
  history.replaceState(null, '', location.pathname + location.search);
  if (!token) fail(texts.incomplete);
  return token;
}

const refused = (status, json) => Object.assign(new Error(json.code || ''), {
  status, fields: (json.errors || []).map((e) => e.field),
});

export async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  }).catch(() => { throw refused(NO_ANSWER, {}); });
  const json = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) throw refused(answer.status, json);
  return json;
}

/** Runs the work once at a time and says in words why it failed. */
export function guarded(work, gone) {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    $('notice').textContent = '';
    try {
      await work();
    } catch (e) {
      explain(outcome(e, gone));
    } finally {
      busy = false;
    }
  };
}

export function passwordForm(send, gone) {
  const sent = guarded(() => send($('password').value), gone);
  $('form').onsubmit = (event) => {
    event.preventDefault();
    const same = $('password').value === $('repeat').value;
    $('repeat').setCustomValidity(same ? '' : texts.passwordsDiffer);
    if ($('form').reportValidity()) sent();
  };
  $('repeat').oninput = () => $('repeat').setCustomValidity('');
}
