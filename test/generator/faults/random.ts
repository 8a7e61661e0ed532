import { random } from '../random.js';
import type { Blueprint } from '../world/blueprint.js';
import { communicationFaults } from './communications.js';
import { estateFaults } from './estate.js';
import * as flow from './flows.js';
import { backupPutBack, detailsPutBack, observedFaults, optOutsEntered, optOutsUnheard } from './observed.js';
import * as place from './places.js';
import type { Fault } from './types.js';

const asks = (plan: Blueprint, system: string, kind: string): boolean =>
  plan.points.some(([store, asked]) => store === system && asked === kind);

/** Faults about choices, each with the stores it can befall. */
function choiceFaults(plan: Blueprint): { can: (id: string) => boolean; make: (id: string) => Fault }[] {
  const storeOf = (id: string) => plan.stores.find((store) => store.id === id)!;
  const field = (id: string) => `preference.consent.${storeOf(id).consent[0]}`;
  return [
    { can: (id) => id === 'partner', make: flow.noFlow },
    { can: (id) => storeOf(id).delivery, make: flow.oneWay },
    { can: () => true, make: (id) => flow.fieldNotMapped(id, field(id)) },
    { can: () => true, make: (id) => flow.mappingWrong(id, field(id)) },
    {
      can: (id) => storeOf(id).key === 'account_no' && storeOf(id).space !== '',
      make: (id) => flow.identityGap(id, 'key.customer_no'),
    },
    { can: () => true, make: flow.tooSlow },
    { can: () => true, make: flow.lost },
    {
      can: (id) => asks(plan, id, 'preferences'),
      make: (id) => place.conflictingMaster(id, storeOf(id).consent[0]!),
    },
    {
      can: (id) => asks(plan, id, 'preferences') && storeOf(id).delivery,
      make: (id) => flow.scopeTooNarrow(id, storeOf(id).lobs[0]!),
    },
  ];
}

/** Faults about collecting, returning and delivering. */
function otherFaults(plan: Blueprint): Fault[] {
  const has = (id: string) => plan.stores.some((store) => store.id === id);
  return [
    flow.outcomeStays('email-out', 'bounced'),
    flow.outcomeStays('sms-out', 'unsubscribed'),
    flow.outcomeStays('post-out', 'returned'),
    ...(has('desk') ? [flow.correctionsStay('desk', 'contact.email')] : []),
    flow.notExchanged('insurance', 'value.income'),
    place.askedAgain('mortgage-income', 'contact.phone'),
    place.neverUsed('insurance-income', 'value.hobbies'),
    place.failingVendor('mortgage', 'post'),
    place.wrongNames('core-statement-post', 'v2'),
    place.swappedLetters('paperline'),
    place.wrongAmounts('fee-engine'),
  ];
}

/** Faults drawn by the seed: at most one about choices in a store, and about half of the others. */
export function randomFaults(plan: Blueprint, seed: number): Fault[] {
  const dice = random(seed, 'faults', plan.name);
  const free = new Set(
    plan.stores.filter((store) => !store.master && store.kind !== 'crm').map((store) => store.id),
  );
  const wanted = Math.max(2, Math.floor(free.size / 2));
  const drawn: Fault[] = [];
  const kinds = choiceFaults(plan);
  for (let tries = 0; drawn.length < wanted && tries < 100; tries++) {
    const kind = dice.pick(kinds);
    const able = [...free].filter(kind.can);
    if (able.length === 0) continue;
    const system = dice.pick(able);
    free.delete(system);
    kinds.splice(kinds.indexOf(kind), 1);
    drawn.push(kind.make(system));
  }
  const taken = new Set(plan.stores.map(({ id }) => id).filter((id) => !free.has(id)));
  return [
    ...drawn,
    ...[
      ...otherFaults(plan),
      ...estateFaults(plan),
      ...communicationFaults(plan),
      ...observedFaults(plan, taken),
      place.choicesApart(),
      place.cannotBeRefused('core'),
      detailsPutBack('core'),
      // Logs of lifelike worlds have forms of their own, which tell of no answers.
      ...(plan.life ? [] : [optOutsUnheard('email-out', 'email'), optOutsEntered('sms-out', 'sms')]),
      backupPutBack('insurance'),
    ].filter(() => dice.chance(0.5)),
  ];
}
