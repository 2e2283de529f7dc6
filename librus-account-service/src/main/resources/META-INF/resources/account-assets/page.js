// What the pages behind the links of mails have in common: one of three sections is shown, and nothing is sent before
// a button is pressed.

import { NO_ANSWER, outcome } from './outcome.js';
import { texts } from './texts.js';

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
  for (const link of languageLinks()) Object.assign(link, { hidden: true, onclick: null });
  $('done-title').textContent = title;
  $('done-text').textContent = text;
  show('done');
}

const languageLinks = () => document.querySelectorAll('.languages > a');

/** In the link itself the token would be seen and copied; another tab or window gets the page without it. */
function taking(hash) {
  return function (event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // With a fragment a browser does not go to the address where it is: it would only show the token.
    if (this.lang !== document.documentElement.lang) location.replace(this.href + hash);
  };
}

/**
 * The token of the fragment, which never reaches a server by itself; cleared from the address bar at once. Who changes
 * the language takes it along, until it is used: then the links are gone, for the page that they lead to has nothing
 * to do any more.
 */
export function takeToken() {
  const token = location.hash.replace(/^#(token=)?/, '');
  if (token) for (const link of languageLinks()) link.onclick = taking(location.hash);
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
