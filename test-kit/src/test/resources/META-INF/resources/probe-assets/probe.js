// A page that takes every error for an outage, as the real ones do.
import { show } from './show.js';

const caught = (work) => () => work().catch(() => show('done'));

document.getElementById('send').onclick = caught(() => fetch('/probe', { method: 'POST', body: 'x' }));
document.getElementById('search').onclick = caught(async () => document.getElementById('nowhere'));
document.getElementById('break').onclick = async () => { throw new Error('nobody catches this'); };
