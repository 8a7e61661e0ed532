/** The system in the middle: what it gets, what it is, what it gives; and the ways between two. */
export const clientPanel = `
const roleWords = { c: 'collects', h: 'holds', m: 'masters', d: 'derives', u: 'uses' };
const button = (text, act) => {
  const element = make('button', text, { type: 'button', class: 'plain' });
  element.addEventListener('click', act);
  return element;
};

/** Neighbours on one side, what exchanges most fields first. */
function neighbours(system, giving) {
  const found = new Map();
  for (const flow of flows) {
    if (flow[giving ? 1 : 0] !== system || flow[0] === flow[1]) continue;
    const other = flow[giving ? 0 : 1];
    found.set(other, [...(found.get(other) ?? []), flow]);
  }
  return [...found].map(([other, own]) => [other, own, unique(own.flatMap((flow) => flow[4]))])
    .sort((a, b) => b[2].length - a[2].length || a[0] - b[0]);
}
function side(title, list) {
  const box = make('div');
  box.append(make('h4', title + ' (' + list.length + ')'));
  const items = make('ul');
  for (const [other, own, carried] of list) {
    const item = make('li');
    item.append(button(systems[other][1], () => open(other)));
    const known = own.map((flow) => flow[3]).filter((seconds) => seconds !== null);
    const hand = own.every((flow) => flow[2] === 'manual' || flow[2] === 'file') ? ', by hand or file' : '';
    item.append(make('p', (carried.length === 0 ? 'no field stated' : count(carried.length, 'field')) + ', ' + time(known.length === 0 ? null : Math.min(...known)) + hand, { title: carried.map((field) => fields[field]).join(', ') }));
    items.append(item);
  }
  box.append(items);
  return box;
}
function centre(system) {
  const [id, name, group, kind, persons, , legacy] = systems[system];
  const box = make('div', undefined, { class: 'centre' });
  box.append(make('h3', name, { id: 'system-name', tabindex: '-1' }));
  box.append(make('p', [groups[group][1], kind, legacy ? 'to be retired' : ''].filter(Boolean).join(' · ')));
  box.append(make('p', id + (persons === null ? '' : ' · ' + count(persons, 'person'))));
  const own = roles.filter((role) => role[0] === system);
  if (own.length > 0) {
    const details = make('details');
    details.append(make('summary', count(own.length, 'field') + ' kept or used'));
    const list = make('ul');
    for (const [, field, role] of own) {
      const item = make('li');
      item.append(button(fields[field], () => follow(field)), document.createTextNode(' ' + roleWords[role]));
      list.append(item);
    }
    details.append(list);
    box.append(details);
  }
  const bad = findings.filter((finding) => finding[3].includes(system));
  box.append(make('h4', count(bad.length, 'finding')));
  const list = make('ul');
  for (const [fingerprint, title, severity, own] of bad.slice(0, 8)) {
    const others = own.filter((other) => other !== system).map((other) => systems[other][1]);
    const item = make('li');
    item.append(make('span', severity, { class: 'tone ' + severity }), document.createTextNode(' '));
    item.append(make('a', title + (others.length > 0 ? ' (' + others.slice(0, 2).join(', ') + ')' : ''), { href: '#' + encodeURIComponent(fingerprint) }));
    list.append(item);
  }
  if (bad.length > 8) list.append(make('li', 'and ' + (bad.length - 8) + ' more'));
  box.append(list);
  return box;
}

/** Shows a system in the panel and in every picture. */
function open(system, focus = true) {
  const panel = $('panel');
  panel.replaceChildren(side('Gets from', neighbours(system, true)), centre(system), side('Gives to', neighbours(system, false)));
  $('system-hint').hidden = true;
  mark([system], flows.filter((flow) => flow[0] === system || flow[1] === system));
  say(systems[system][1] + ' is shown');
  remember('system=' + systems[system][0]);
  if (focus) { $('system').scrollIntoView(); $('system-name').focus({ preventScroll: true }); }
}

/** Brings out the flows that carry a field, and the systems that keep it. */
function follow(field) {
  $('field').value = field === undefined ? '' : String(field);
  if (field === undefined) { mark([], []); say('everything is shown'); remember(''); return; }
  const name = fields[field];
  const covers = (other) => other === name || name.startsWith(other + '.');
  const carrying = flows.filter((flow) => flow[4].some((other) => covers(fields[other])));
  const own = roles.filter((role) => covers(fields[role[1]]));
  mark(unique(own.map((role) => role[0])), carrying);
  const of = (letter) => unique(own.filter((role) => role[2] === letter).map((role) => systems[role[0]][1]));
  say(name + ': ' + count(carrying.length, 'flow') + '; mastered by ' + (of('m').join(', ') || 'nobody') + '; collected by ' + count(of('c').length, 'system') + '; held by ' + count(of('h').length, 'system'));
  remember('field=' + name);
}

/** The quickest way; an unknown time counts as none. */
function quickest(from, to, field) {
  const name = field === undefined ? undefined : fields[field];
  const fits = (flow) => name === undefined || flow[4].some((other) => fields[other] === name || name.startsWith(fields[other] + '.'));
  const seconds = new Map([[from, 0]]);
  const by = new Map();
  const done = new Set();
  for (;;) {
    let next;
    for (const [system, at] of seconds) if (!done.has(system) && (next === undefined || at < seconds.get(next))) next = system;
    if (next === undefined || next === to) break;
    done.add(next);
    for (const flow of flows) {
      if (flow[0] !== next || !fits(flow)) continue;
      const at = seconds.get(next) + (flow[3] ?? 0);
      if (at < (seconds.get(flow[1]) ?? Infinity)) { seconds.set(flow[1], at); by.set(flow[1], flow); }
    }
  }
  const way = [];
  for (let at = to; at !== from; at = way[0][0]) {
    if (!by.has(at)) return undefined;
    way.unshift(by.get(at));
  }
  return way;
}
function showWay(from, to, field) {
  const way = quickest(from, to, field);
  const steps = $('way');
  steps.replaceChildren();
  const what = field === undefined ? '' : ' that carries ' + fields[field];
  if (way === undefined) {
    mark([from, to], []);
    say('There is no way from ' + systems[from][1] + ' to ' + systems[to][1] + what + '.');
    return;
  }
  const known = way.every((flow) => flow[3] !== null);
  const total = way.reduce((sum, flow) => sum + (flow[3] ?? 0), 0);
  say('From ' + systems[from][1] + ' to ' + systems[to][1] + ' over ' + count(way.length, 'flow') + what + ', ' + (known ? 'within ' + time(total) : 'in a time that nobody states') + '.');
  for (const system of [from, ...way.map((flow) => flow[1])]) {
    const flow = way.find((step) => step[1] === system);
    const item = make('li');
    item.append(button(systems[system][1], () => open(system)));
    if (flow) item.append(make('span', flow[2] + ', ' + time(flow[3])));
    steps.append(item);
  }
  mark(unique([from, ...way.map((flow) => flow[1])]), way);
  remember('way=' + systems[from][0] + '>' + systems[to][0]);
}
`;
