/** Searching by name, the forms, clicks in the pictures, and places in the address of the page. */
export const clientSearch = `
const fold = (text) => text.normalize('NFKC').toLowerCase();
const index = systems.map(([id, name, group], number) => ({ number, text: fold(name + ' ' + id + ' ' + groups[group][1]), name: fold(name) }));
const search = $('search');
const options = $('options');
let found = [];
let active = -1;
function lookUp() {
  const words = fold(search.value).split(/\\s+/).filter(Boolean);
  found = words.length === 0 ? [] : index.filter(({ text }) => words.every((word) => text.includes(word)))
    .sort((a, b) => Number(b.name.startsWith(words[0])) - Number(a.name.startsWith(words[0])) || a.number - b.number);
  active = found.length > 0 ? 0 : -1;
  options.replaceChildren(...found.slice(0, 12).map(({ number }, place) => {
    const option = make('li', systems[number][1], { role: 'option', id: 'option-' + place, 'aria-selected': String(place === active) });
    option.append(make('span', groups[systems[number][2]][1]));
    option.addEventListener('mousedown', (event) => { event.preventDefault(); choose(place); });
    return option;
  }));
  const shown = found.length > 0;
  options.hidden = !shown;
  search.setAttribute('aria-expanded', String(shown));
  point();
  $('found').textContent = words.length === 0 ? '' : count(found.length, 'system') + ' found';
}
function point() {
  for (const [place, option] of [...options.children].entries()) option.setAttribute('aria-selected', String(place === active));
  if (active < 0) search.removeAttribute('aria-activedescendant');
  else search.setAttribute('aria-activedescendant', 'option-' + active);
}
function choose(place) {
  const [picked] = [found[place]];
  if (!picked) return;
  options.hidden = true;
  search.setAttribute('aria-expanded', 'false');
  search.value = systems[picked.number][1];
  open(picked.number);
}
search.addEventListener('input', lookUp);
search.addEventListener('blur', () => { options.hidden = true; search.setAttribute('aria-expanded', 'false'); });
search.addEventListener('keydown', (event) => {
  const last = Math.min(found.length, 12) - 1;
  if (event.key === 'ArrowDown') active = Math.min(last, active + 1);
  else if (event.key === 'ArrowUp') active = Math.max(0, active - 1);
  else if (event.key === 'Enter') { event.preventDefault(); choose(active); return; }
  else if (event.key === 'Escape') { search.value = ''; lookUp(); return; }
  else return;
  event.preventDefault();
  point();
});
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  search.focus();
});
$('field').addEventListener('change', ({ target }) => follow(target.value === '' ? undefined : Number(target.value)));
const named = (typed) => {
  const wanted = fold(typed.trim());
  return systems.findIndex(([id, name]) => fold(name) === wanted || fold(id) === wanted);
};
$('way-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const [from, to] = [named($('from').value), named($('to').value)];
  if (from < 0 || to < 0) { say('There is no system called ' + (from < 0 ? $('from') : $('to')).value + '.'); return; }
  showWay(from, to, $('field').value === '' ? undefined : Number($('field').value));
});
$('clear').addEventListener('click', () => {
  $('way').replaceChildren();
  for (const id of ['from', 'to', 'search']) $(id).value = '';
  $('panel').replaceChildren();
  $('system-hint').hidden = false;
  follow(undefined);
});

/** A finding's place: its systems and the flows between them, and the way it is about. */
function place(finding) {
  const [fingerprint, title, , own, path] = finding;
  const pairs = new Set(path.slice(1).map((to, i) => path[i] + '>' + to));
  const between = flows.filter((flow) => (path.length > 1 ? pairs.has(flow[0] + '>' + flow[1]) : own.includes(flow[0]) && own.includes(flow[1])));
  mark(own, between);
  const steps = $('way');
  steps.replaceChildren(...(path.length > 1 ? path : []).map((system) => {
    const item = make('li');
    item.append(button(systems[system][1], () => open(system)));
    return item;
  }));
  say(title + ': ' + own.map((system) => systems[system][1]).join(', '));
  remember(fingerprint);
}
for (const element of all('[data-finding]')) element.addEventListener('click', () => {
  place(findings[Number(element.dataset.finding)]);
  $('silos').scrollIntoView();
});
for (const group of all('#silos .group')) {
  const silo = groups.find(([id]) => id === group.dataset.silo);
  group.setAttribute('tabindex', '0');
  group.setAttribute('role', 'button');
  group.setAttribute('aria-label', 'Bring out ' + silo[1]);
  const act = () => {
    const own = index.map(({ number }) => number).filter((number) => groups[systems[number][2]] === silo);
    const inside = new Set(own);
    mark(own, flows.filter((flow) => inside.has(flow[0]) !== inside.has(flow[1])));
    say(silo[1] + ': ' + own.map((number) => systems[number][1]).slice(0, 12).join(', ') + (own.length > 12 ? ' and ' + (own.length - 12) + ' more' : ''));
    search.value = silo[1];
    lookUp();
    options.hidden = true;
  };
  group.addEventListener('click', act);
  group.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); act(); } });
}
sheet.addEventListener('click', (event) => {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(sheet.getScreenCTM().inverse());
  const [row, column] = [Math.floor(at.y / matrix.size), Math.floor(at.x / matrix.size)];
  const giver = systems.findIndex((system) => system[5] === row);
  const taker = systems.findIndex((system) => system[5] === column);
  if (giver < 0 || taker < 0) return;
  const own = flows.filter((flow) => flow[0] === giver && flow[1] === taker);
  mark([giver, taker], own);
  say(systems[giver][1] + ' gives to ' + systems[taker][1] + ': ' + (own.length === 0 ? 'nothing' : unique(own.flatMap((flow) => flow[4])).map((field) => fields[field]).join(', ') || 'no field stated'));
});

for (const button of all('.size')) button.addEventListener('click', () => {
  const full = button.getAttribute('aria-pressed') !== 'true';
  button.setAttribute('aria-pressed', String(full));
  button.nextElementSibling.classList.toggle('full', full);
});

let quiet = false;
function remember(place) {
  quiet = true;
  history.replaceState(null, '', place === '' ? location.pathname + location.search : '#' + encodeURIComponent(place));
  quiet = false;
}
function go() {
  if (quiet) return;
  let at = '';
  try { at = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  const [, key, value] = /^(system|field|way)=(.*)$/.exec(at) ?? [];
  const byId = (id) => systems.findIndex((system) => system[0] === id);
  if (key === 'system' && byId(value) >= 0) open(byId(value));
  else if (key === 'field' && fields.includes(value)) follow(fields.indexOf(value));
  else if (key === 'way') {
    const [from, to] = value.split('>').map(byId);
    if (from >= 0 && to >= 0) showWay(from, to);
  } else {
    const finding = findings.find(([fingerprint]) => fingerprint === at);
    if (!finding) return;
    place(finding);
    const article = $(at);
    if (article) { article.scrollIntoView(); article.focus({ preventScroll: true }); }
  }
}
addEventListener('hashchange', go);
applySilos();
go();
`;
