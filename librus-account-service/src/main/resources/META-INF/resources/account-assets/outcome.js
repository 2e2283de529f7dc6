// What an answer that is no success means to a person: in which words, and whether the page still has something to do.

import { texts } from './texts.js';

/** The status of a request that never got an answer. */
export const NO_ANSWER = 0;

const over = (text) => ({ text, isOver: true });
const again = (text, field) => ({ text, isOver: false, field });

/** `fields` are those that the problem document names; `gone` is what a link that is over means on this page. */
export function outcome({ status, fields = [] }, gone = texts.gone) {
  if (fields.includes('password')) return again(texts.otherPassword, 'password');
  if (fields.includes('token')) return over(texts.damaged);
  switch (status) {
    case 404: case 410: return over(gone);
    case 429: return again(texts.tooMany);
    case 502: case 503: case 504: return again(texts.silent);
    case NO_ANSWER: return again(texts.offline);
    default: return again(texts.unexpected);
  }
}
