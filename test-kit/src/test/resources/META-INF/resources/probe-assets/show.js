export function show(id) {
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== id;
}
