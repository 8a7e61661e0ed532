import { message, readAddress } from '../sheet.js';
import { type PageKind, pageKinds } from '../state.js';
import type { World } from '../world.js';
import { anyCustomer, customerView } from './customer.js';
import { errorsView, errorView, knownErrorsView, knownErrorView } from './errors.js';
import { filtersView } from './filters.js';
import { findingView } from './finding.js';
import { findingsView } from './findings.js';
import { helpView } from './help.js';
import { initiativesView, initiativeView, notYet } from './initiatives.js';
import { marksView } from './marks.js';
import { asked, needsEcosystem } from './needs.js';
import { overviewView } from './overview.js';
import type { Asking, SheetMaker } from './page.js';
import { personsView } from './persons.js';
import { systemView } from './system.js';
import { systemsView } from './systems.js';

type Opener = (id: string, world: World) => SheetMaker | Asking;

const errors: Opener = (key, { port }) => {
  if (port.answers === undefined)
    return (world, _, width) => (key === '' ? knownErrorsView(world) : knownErrorView(world, key, width));
  const about = { what: 'Groups of errors', doing: 'Grouping errors' };
  return asked(port, about, async ({ triage }) => {
    const told = await triage();
    return (world, _, width) => (key === '' ? errorsView(told) : errorView(world, told, key, width));
  });
};

const persons: Opener = (id, { port }) =>
  asked(port, { what: 'Persons', doing: 'Looking up the records' }, async (answers) => {
    const told = await answers.persons(id);
    return (world) => personsView(world, id, told);
  });

const customer: Opener = (key, { port }) =>
  key === '' && port.answers
    ? anyCustomer
    : asked(port, { what: 'Customers', doing: 'Tracing the customer' }, async (answers) => {
        const told = await answers.customer(key);
        return (_, __, width) => customerView(told, width);
      });

/** The flows stand in every snapshot; what else is known of a system is asked for. */
const system: Opener = (id, { port }) =>
  port.answers === undefined
    ? (world, _, width) =>
        systemView(world, id, width, 'What it holds and sends needs the ecosystem; a snapshot has the flows.')
    : asked(port, { what: 'Systems', doing: 'Looking at the system' }, async (answers) => {
        const notes = await answers.system(id);
        return (world, _, width) => systemView(world, id, width, notes);
      });

const initiatives: Opener = (id, { port }) => {
  if (port.answers === undefined) return () => needsEcosystem(port, 'Initiatives');
  if (id === '') return notYet;
  return asked(port, { what: 'Initiatives', doing: 'Planning' }, async (answers, say) => {
    const told = await answers.roadmap(say);
    return (_, __, width) => initiativesView(told, width);
  });
};

const initiative: Opener = (id, { port }) =>
  asked(port, { what: 'Initiatives', doing: 'Planning' }, async (answers, say) => {
    const told = await answers.roadmap(say);
    return (world, _, width) => initiativeView(world, told, id, width);
  });

const openers: Readonly<Record<PageKind, Opener>> = {
  overview: () => (world, _, width) => overviewView(world, width),
  findings: () => findingsView,
  finding: (id) => (world, _, width) => findingView(world, id, width),
  persons,
  systems: () => systemsView,
  system,
  flows: (id) => (world, _, width) => systemView(world, id, width, ''),
  errors,
  error: errors,
  customer,
  initiatives,
  initiative,
  filters: () => filtersView,
  marks: () => marksView,
  help: () => (_world, _state, width) => helpView(width),
};

/** The page of an address, or how to ask for it. */
export function pageOf(address: string, world: World): SheetMaker | Asking {
  const { kind, id } = readAddress(address);
  const known = pageKinds.find((one) => one === kind);
  return known ? openers[known](id, world) : () => message('Nothing', `There is no page '${address}'.`);
}
