// As much of a browser as the pages' scripts use. Which elements there are comes from the real page.
globalThis.location = { hash: '#token-7', pathname: '/page' };
globalThis.history = { replaceState: (state, title, path) => Object.assign(location, { hash: '', pathname: path }) };
globalThis.localStorage = { getItem: (name) => globalThis.stored[name] ?? null };
globalThis.stored = {};
globalThis.elements = {};
globalThis.sent = [];
globalThis.answers = [];
globalThis.focused = '';

globalThis.addElement = (id, isSection, hidden) => {
  elements[id] = {
    id, isSection, hidden, textContent: '', value: '',
    focus: () => { globalThis.focused = id; },
    setCustomValidity(text) { this.validity = text; },
    reportValidity: () => !elements.repeat.validity,
  };
};

globalThis.document = {
  getElementById: (id) => elements[id] ?? null,
  querySelectorAll: () => Object.values(elements).filter((e) => e.isSection),
};

globalThis.fetch = async (path, request) => {
  sent.push(path + ' ' + request.body);
  const answer = answers.shift();
  if (!answer.status) throw new TypeError('no network');
  return { status: answer.status, ok: answer.status < 300, json: async () => JSON.parse(answer.body) };
};
