// As much of a browser as the pages need: elements by id, storage, the window that opened this one, and a server that
// answers what a test says. What a real browser would not have done goes to `faults`, because a page catches errors.
'use strict';

const TAG = /<([a-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/g;
const LANGUAGES = /<nav class="languages"[^]*?<\/nav>/;
const ATTRIBUTE = /([\w-]+)(?:="([^"]*)")?/g;

globalThis.browser = {
  elements: new Map(), answers: new Map(), underWay: [], requests: [], left: [], replaced: [], opened: [],
  messages: [], faults: [], languageLinks: [], focused: '', closed: false,
  load(html) {
    document.documentElement.lang = html.match(/<html lang="([a-z]+)"/)?.[1] ?? '';
    for (const [, name, text] of html.matchAll(TAG)) {
      const attributes = new Map([...text.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, value ?? '']));
      if (attributes.has('id')) this.add(name, attributes);
    }
    const languages = [...(html.match(LANGUAGES)?.[0] ?? '').matchAll(/<a id="([^"]+)"/g)];
    this.languageLinks = languages.map(([, id]) => this.element(id));
  },
  add(name, attributes) {
    const id = attributes.get('id');
    this.elements.set(id, {
      id, name, hidden: attributes.has('hidden'), href: attributes.get('href') ?? '',
      lang: attributes.get('lang') ?? '',
      textContent: '', value: '', children: [], validity: '',
      focus() { browser.focused = id; },
      querySelector: () => null,
      replaceChildren(...all) { this.children = all; },
      setCustomValidity(text) { this.validity = text; },
      reportValidity: () => [...browser.elements.values()].every((e) => !e.validity),
    });
  },
  fault(text) {
    this.faults.push(text);
    return new TypeError(text);
  },
  element(id) {
    if (!this.elements.has(id)) throw this.fault('the page has no element ' + id);
    return this.elements.get(id);
  },
  /** A link that its handler leaves alone leads where it says: into another tab when a key is held. */
  click(id, keys) {
    const element = this.element(id);
    const event = { button: 0, ...keys, defaultPrevented: false, preventDefault() { this.defaultPrevented = true; } };
    if (element.name !== 'a' || element.onclick) element.onclick(event);
    if (element.name === 'a' && !event.defaultPrevented) (event.ctrlKey ? this.opened : this.left).push(element.href);
  },
  clickFast(id, times) { for (let i = 0; i < times; i++) this.click(id); },
  sections() { return [...this.elements.values()].filter((e) => e.name === 'section'); },
  shown() { return this.sections().filter((e) => !e.hidden).map((e) => e.id).join(); },
  answer(request, status, body, late) {
    this.answers.set(request, [...(this.answers.get(request) || []), { status, body, late }]);
  },
  arrive() { this.underWay.splice(0).forEach((come) => come()); },
  go(address) {
    const [, pathname, search, hash] = address.match(/^([^?#]*)(\?[^#]*)?(#.*)?$/);
    Object.assign(location, { pathname, search: search ?? '', hash: hash ?? '' });
  },
  address: () => location.pathname + location.search + location.hash,
  openFromWindow() {
    globalThis.opener = {
      postMessage: (message, target) => this.messages.push(target + ' ' + JSON.stringify(message)),
    };
  },
};

globalThis.window = globalThis;
globalThis.opener = null;
globalThis.close = () => { browser.closed = true; };
globalThis.document = {
  documentElement: { lang: '' },
  body: { dataset: {} },
  getElementById: (id) => browser.element(id),
  createElement: () => ({ textContent: '' }),
  querySelectorAll(selector) {
    switch (selector) {
      case 'main > section': return browser.sections();
      case '.languages > a': return browser.languageLinks;
      default: throw browser.fault('this browser cannot select ' + selector);
    }
  },
};
globalThis.location = {
  origin: 'https://dziennik.example', assign: (to) => browser.left.push(to), replace: (to) => browser.replaced.push(to),
};
globalThis.history = { replaceState: (state, title, to) => browser.go(to) };

const storage = () => {
  const kept = new Map();
  return { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) };
};
globalThis.sessionStorage = storage();
globalThis.localStorage = storage();

const toText = (bytes) => String.fromCharCode(...bytes);
const toBytes = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));
globalThis.btoa = (text) => base64(text);
globalThis.TextEncoder = class { encode(text) { return toBytes(unescape(encodeURIComponent(text))); } };
globalThis.crypto = {
  getRandomValues: (into) => { into.set(toBytes(randomLike(toText(into)))); return into; },
  subtle: {
    async digest(name, bytes) {
      if (name !== 'SHA-256') throw browser.fault('this browser has no ' + name);
      return toBytes(sha256(toText(bytes))).buffer;
    },
  },
};

const decoded = (text) => decodeURIComponent(text.replace(/\+/g, ' '));
const encoded = (text) => encodeURIComponent(text)
  .replace(/[!'()~]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase()).replace(/%20/g, '+');
globalThis.URLSearchParams = class {
  constructor(of) {
    this.pairs = typeof of === 'string'
      ? of.replace(/^\?/, '').split('&').filter(Boolean).map((p) => p.split(/=(.*)/s, 2).map(decoded))
      : Object.entries(of).map((pair) => pair.map(String));
  }
  get(name) { return this.pairs.find(([n]) => n === name)?.[1] ?? (this.has(name) ? '' : null); }
  has(name) { return this.pairs.some(([n]) => n === name); }
  toString() { return this.pairs.map((p) => p.map(encoded).join('=')).join('&'); }
};

globalThis.fetch = async (path, { method = 'GET', headers = {}, body } = {}) => {
  browser.requests.push([method, path, headers.Authorization, body].filter(Boolean).join(' '));
  const answer = browser.answers.get(method + ' ' + path)?.shift();
  if (!answer) throw browser.fault('nobody expected ' + method + ' ' + path);
  if (answer.late) await new Promise((come) => browser.underWay.push(come));
  if (!answer.status) throw new TypeError('Failed to fetch');
  return {
    ok: answer.status >= 200 && answer.status < 300,
    status: answer.status,
    json: async () => JSON.parse(answer.body),
  };
};
