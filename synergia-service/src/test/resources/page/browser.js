// As much of a browser as the pages need: elements by id, storage, and a server that answers what a test says.
'use strict';

globalThis.browser = {
  elements: new Map(), answers: new Map(), underWay: [], requests: [], left: [], address: '',
  storage() {
    const kept = new Map();
    return { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) };
  },
  load(html) {
    for (const [tag, name] of html.matchAll(/<(\w+)[^>]*\bid="[^>]*>/g)) {
      const id = tag.match(/\bid="([^"]+)"/)[1];
      this.elements.set(id, {
        id, name, hidden: / hidden(>| )/.test(tag), textContent: '', children: [], focus() {},
        querySelector: () => null, replaceChildren(...all) { this.children = all; },
      });
    }
  },
  element(id) {
    if (!this.elements.has(id)) throw new Error('the page has no ' + id);
    return this.elements.get(id);
  },
  answer(request, status, body, late) {
    this.answers.set(request, [...(this.answers.get(request) || []), { status, body, late }]);
  },
  arrive() { this.underWay.splice(0).forEach((come) => come()); },
  shown() {
    return [...this.elements.values()].filter((e) => e.name === 'section' && !e.hidden).map((e) => e.id).join();
  },
};

globalThis.document = {
  getElementById: (id) => browser.element(id),
  createElement: () => ({ textContent: '' }),
  querySelectorAll: () => [...browser.elements.values()].filter((e) => e.name === 'section'),
};
globalThis.location = { origin: 'https://dziennik.example', search: '', assign: (to) => browser.left.push(to) };
globalThis.history = { replaceState: (state, title, to) => { browser.address = to; } };
globalThis.sessionStorage = browser.storage();
globalThis.localStorage = browser.storage();

const toText = (bytes) => String.fromCharCode(...bytes);
const toBytes = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
globalThis.btoa = (text) => base64(text);
globalThis.TextEncoder = class { encode(text) { return toBytes(unescape(encodeURIComponent(text))); } };
globalThis.crypto = {
  getRandomValues: (into) => { into.set(toBytes(randomLike(toText(into)))); return into; },
  subtle: {
    digest: async (name, bytes) => {
      if (name !== 'SHA-256') throw new Error('no ' + name);
      return toBytes(sha256(toText(bytes))).buffer;
    },
  },
};
globalThis.URLSearchParams = class {
  constructor(of) {
    this.pairs = typeof of === 'string'
      ? of.replace(/^\?/, '').split('&').filter(Boolean).map((p) => p.split('=').map(decodeURIComponent))
      : Object.entries(of);
  }
  get(name) { return this.pairs.find(([n]) => n === name)?.[1] ?? null; }
  has(name) { return this.pairs.some(([n]) => n === name); }
  toString() { return this.pairs.map((p) => p.map(encodeURIComponent).join('=')).join('&'); }
};
globalThis.fetch = async (path, { method = 'GET', headers = {}, body } = {}) => {
  browser.requests.push([method, path, headers.Authorization, body].filter(Boolean).join(' '));
  const answer = browser.answers.get(method + ' ' + path)?.shift();
  if (!answer) throw new TypeError('Failed to fetch');
  if (answer.late) await new Promise((come) => browser.underWay.push(come));
  return {
    ok: answer.status < 300,
    status: answer.status,
    json: async () => JSON.parse(answer.body),
  };
};
