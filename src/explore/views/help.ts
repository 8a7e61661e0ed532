import { wrap } from '../../report/parts/width.js';
import { cell, piece } from '../line.js';
import { type Row, row, type Sheet, section, sheetOf } from '../sheet.js';

type Keys = readonly (readonly [keys: string, does: string])[];

const moving: Keys = [
  ['↑ ↓ or k j', 'one line up or down'],
  ['PgUp PgDn, Ctrl-B Ctrl-F', 'one screen up or down'],
  ['Home End or g G', 'first or last line'],
  ['Enter or → or l', 'open what the line is about'],
  ['Esc or ← or h', 'back'],
  ['1 to 6, Tab', 'the pages above'],
  ['q, Ctrl-C', 'quit'],
];
const narrowing: Keys = [
  ['/', 'narrow by words or by facet: severity:high pack:flow silo:"Cards" owner:khan'],
  ['f', 'choose facets from a list: severity, pack, system, silo, owner, cause, status'],
  ['s', 'next order: harm, persons, messages, due, rule, subject'],
  ['b', 'by cause, or not; Enter on a cause folds it'],
  ['Backspace', 'all findings again'],
];
const acting: Keys = [
  ['Space', 'mark a finding; A marks all of the list, U none'],
  ['x', 'accept for a time, with a reason and an end: unsilo.baseline.yaml'],
  ['o', 'assign an owner: unsilo.yaml'],
  ['X, O', 'take back an acceptance, an owner; whoever gave it'],
  ['u', 'undo what was done last; m lists it with all that is marked, accepted, assigned'],
  ['e', 'export the marked findings, or those of the list: .csv, .json, .md, .html'],
  ['y', 'copy a command that shows this page again'],
];
const asking: Keys = [
  ['p', 'persons behind the finding; Enter on one traces that customer'],
  ['n', 'the system the finding is about, with its neighbours'],
  ['t', 'trace a customer by any key'],
];

const indent = 28;

const list = (keys: Keys, width: number): Row[] =>
  keys.flatMap(([names, does]) =>
    wrap(does, Math.max(10, width - indent)).map((part, at) =>
      row([piece(`  ${cell(at === 0 ? names : '', indent - 2)}`, 'strong'), piece(part)]),
    ),
  );

/** All keys there are. */
export const helpView = (width: number): Sheet =>
  sheetOf('Keys', [
    ...section('Moving', list(moving, width)).slice(1),
    ...section('Findings', list(narrowing, width)),
    ...section('Acting', list(acting, width)),
    ...section('Asking', list(asking, width)),
  ]);
