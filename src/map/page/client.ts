import { clientTheme } from '../../report/html/client-theme.js';
import { clientMarks } from './client-marks.js';
import { clientPanel } from './client-panel.js';
import { clientSearch } from './client-search.js';

/**
 * What the page does where scripts run. It reads the data of the page and writes text and attributes, never markup.
 * Positions: a system is [id, name, silo, kind, persons, row in the matrix, legacy], a flow [from, to, how, seconds, fields].
 */
export const client = `(() => {
'use strict';
const $ = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const data = JSON.parse($('data').textContent);
const { groups, fields, systems, flows, roles, findings, matrix } = data;
const root = document.documentElement;
const make = (name, text, attributes = {}) => {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};
const units = [['d', 86400], ['h', 3600], ['min', 60], ['s', 1]];
const time = (seconds) => {
  if (seconds === null) return 'time unknown';
  const first = units.findIndex(([, size]) => seconds >= size);
  if (first < 0) return 'at once';
  let rest = seconds;
  return units.slice(first, first + 2).flatMap(([unit, size]) => {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [amount + '\\u202f' + unit] : [];
  }).join(' ');
};
const digits = (number) => String(number).replace(/\\B(?=(\\d{3})+(?!\\d))/g, '\\u202f');
const count = (number, one) => digits(number) + ' ' + one + (number === 1 ? '' : 's');
const unique = (list) => [...new Set(list)];
const say = (text) => { $('said').textContent = text; $('found').textContent = ''; };
${clientTheme}
for (const element of all('[data-script]')) element.hidden = false;
${clientMarks}
${clientPanel}
${clientSearch}
})();
`;
