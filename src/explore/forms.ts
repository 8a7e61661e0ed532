import { isCharacter } from './keys.js';
import type { Pressed, Seen } from './seen.js';
import { type Form, moveTo, type State, start } from './state.js';

const months = 3;

/** A day some months after another, `2026-02-22` for `2025-11-22`. */
function later(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

const field = (label: string, value = '') => ({ label, value });

const fieldsOf = (kind: Form['kind'], { query }: State, { today }: Seen): Form['fields'] =>
  ({
    filter: [field('Narrow to', query === '' ? '' : `${query} `)],
    suppress: [
      field('Why may it stay for now'),
      field('Until', later(today)),
      field('Who answers for that (empty: the owner in the inventory)'),
    ],
    assign: [field('Who owns it')],
    export: [field('Into the file', 'unsilo-findings.csv')],
    customer: [field('Any key of the customer')],
  })[kind];

const needsFinding: readonly Form['kind'][] = ['suppress', 'assign'];

/** Begins to ask for what a deed needs. */
export function formFor(state: State, kind: Form['kind'], seen: Seen): State {
  if (needsFinding.includes(kind) && seen.about.length === 0)
    return { ...state, note: 'Pick a finding first, or mark some with Space.' };
  return {
    ...state,
    note: '',
    form: { kind, fields: fieldsOf(kind, state, seen), at: 0, about: seen.about },
  };
}

function change(form: Form, edit: (value: string) => string): Form {
  const fields = form.fields.map((one, at) => (at === form.at ? { ...one, value: edit(one.value) } : one));
  return { ...form, fields };
}

const isLast = ({ fields, at }: Form): boolean => at === fields.length - 1;

const withoutLast = (value: string): string => [...value].slice(0, -1).join('');
const withoutWord = (value: string): string => value.replace(/\S*\s*$/u, '');

/** A query narrows the list while it is being typed. */
function live(state: State, form: Form): State {
  const next = { ...state, form };
  if (form.kind !== 'filter') return next;
  return { ...moveTo(start(next, 'findings'), 0), form, query: form.fields[0]!.value.trim() };
}

/** A key while a field is being filled. */
export function pressInForm(state: State, key: string): Pressed {
  const form = state.form!;
  if (key === 'escape' || key === 'ctrl-c') return { state: { ...state, form: null } };
  if (key === 'enter') {
    if (!isLast(form)) return { state: { ...state, form: { ...form, at: form.at + 1 } } };
    return { state: { ...state, form: null }, effect: { kind: 'submit', form } };
  }
  if (key === 'backspace') return { state: live(state, change(form, withoutLast)) };
  if (key === 'ctrl-w') return { state: live(state, change(form, withoutWord)) };
  if (key === 'ctrl-u')
    return {
      state: live(
        state,
        change(form, () => ''),
      ),
    };
  if (!isCharacter(key)) return { state };
  return {
    state: live(
      state,
      change(form, (value) => `${value}${key}`),
    ),
  };
}
