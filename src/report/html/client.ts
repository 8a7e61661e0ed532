import { clientTheme } from './client-theme.js';

/**
 * What the page can do where scripts run: theme, filter, order, opening all, links to a finding.
 * It reads attributes and text only and never makes markup of them.
 */
export const client = `(() => {
'use strict';
const $ = (id) => document.getElementById(id);
const root = document.documentElement;

${clientTheme}

let closed = [];
addEventListener('beforeprint', () => {
  closed = [...document.querySelectorAll('details:not([open])')];
  for (const details of closed) details.open = true;
});
addEventListener('afterprint', () => { for (const details of closed) details.open = false; });

const list = $('list');
const form = $('filter');
const fold = (text) => text.normalize('NFKC').toLowerCase();
const items = list ? [...list.children].map((row, order) => {
  const article = row.firstElementChild;
  const { severity, pack, systems, persons, messages, due } = article.dataset;
  return { row, article, order, pack, due, severity: Number(severity), persons: Number(persons),
    messages: Number(messages), systems: systems.split(' '), text: fold(article.textContent) };
}) : [];
const ranks = ['critical', 'high', 'medium', 'low', 'info'];
const orders = {
  order: () => 0,
  persons: (a, b) => b.persons - a.persons,
  messages: (a, b) => b.messages - a.messages,
  due: (a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)),
};

let sorted = 'order';
function sort() {
  if ($('sort').value === sorted) return;
  sorted = $('sort').value;
  const compare = orders[sorted];
  list.append(...[...items].sort((a, b) => compare(a, b) || a.order - b.order).map((item) => item.row));
}
function apply() {
  const words = fold($('search').value).split(/\\s+/).filter(Boolean);
  const least = ranks.indexOf($('severity').value);
  const pack = $('pack').value;
  const system = $('system').value;
  let shown = 0;
  for (const item of items) {
    const fits = (least < 0 || item.severity <= least) && (pack === '' || item.pack === pack) &&
      (system === '' || item.systems.includes(system)) && words.every((word) => item.text.includes(word));
    item.row.hidden = !fits;
    if (fits) shown += 1;
  }
  sort();
  $('result').textContent = shown + ' of ' + items.length + ' findings shown';
}

function follow() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { return; }
  const target = id && $(id);
  if (!target || !target.matches('article')) return;
  if (target.closest('[hidden]')) { form.reset(); apply(); }
  for (const details of target.querySelectorAll('details')) details.open = true;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

if (form) {
  form.hidden = false;
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  $('fold').addEventListener('click', ({ currentTarget }) => {
    const open = currentTarget.getAttribute('aria-pressed') !== 'true';
    currentTarget.setAttribute('aria-pressed', String(open));
    for (const details of list.querySelectorAll('details')) details.open = open;
  });
  apply();
}
addEventListener('hashchange', follow);
follow();
})();
`;
