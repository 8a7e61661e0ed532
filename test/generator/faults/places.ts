import { at } from '../time.js';
import { ownScopes } from '../world/points.js';
import type { ConsentChannel, World } from '../world/types.js';
import type { Fault } from './types.js';

export const conflictingMaster = (system: string, channel: ConsentChannel): Fault => ({
  id: `reimport-${system}`,
  kind: 'conflicting_master',
  what: `A bulk load into ${system} put an old list back over the ${channel} choices that had arrived.`,
  rules: ['preference/', 'flow/correction-overwritten'],
  apply: (world) => {
    world.reimports.push({ system, channel, time: at('2026-03-01T02:00:00Z') });
  },
});

export const askedAgain = (point: string, field: string): Fault => ({
  id: `asked-again-${point}`,
  kind: 'asked_again',
  what: `${point} asks for ${field} on an empty form although it is known.`,
  rules: ['collection/asked-again'],
  apply: (world) => {
    for (const ask of world.points.find((candidate) => candidate.id === point)!.asks)
      if (ask.field === field) ask.prefilled = false;
  },
});

export const neverUsed = (point: string, field: string): Fault => ({
  id: `never-used-${point}`,
  kind: 'never_used',
  what: `${point} asks for ${field}, which nobody uses.`,
  rules: ['collection/never-used'],
  apply: (world) => {
    world.points
      .find((candidate) => candidate.id === point)!
      .asks.push({ field, prefilled: true, legalDuty: '' });
  },
});

export const failingVendor = (system: string, channel: string): Fault => ({
  id: `failing-${system}-${channel}`,
  kind: 'failure_rate',
  what: `One ${channel} message in six of ${system} fails at the vendor.`,
  rules: ['delivery/failure-rate'],
  apply: (world) => {
    world.failing.push({ system, channel, every: 6 });
  },
});

export const wrongNames = (template: string, version: string): Fault => ({
  id: `wrong-names-${template}`,
  kind: 'wrong_name',
  what: `Version ${version} of the template ${template} prints another name.`,
  rules: ['error/wrong-name'],
  apply: (world) => {
    world.errors.push({
      class: 'wrong_name',
      origin: `template:${template}/${version}`,
      share: 0.35,
      spoils: (message) => message.template === template && message.version === version,
    });
  },
});

export const swappedLetters = (vendor: string): Fault => ({
  id: `swapped-${vendor}`,
  kind: 'wrong_recipient',
  what: `The enveloping line of ${vendor} puts letters into the envelopes of other customers.`,
  rules: ['error/wrong-recipient'],
  apply: (world) => {
    world.errors.push({
      class: 'wrong_recipient',
      origin: `vendor:${vendor}`,
      share: 0.02,
      spoils: (message) => message.vendor === vendor,
    });
  },
});

export const wrongAmounts = (source: string): Fault => ({
  id: `wrong-amounts-${source}`,
  kind: 'wrong_amount',
  what: `${source} computes wrong amounts, and several communications print them.`,
  rules: ['error/wrong-amount'],
  apply: (world) => {
    world.errors.push({
      class: 'wrong_amount',
      origin: `system:${source}`,
      share: 0.06,
      spoils: (message) => message.source === source,
    });
  },
});

/** A survey by e-mail that goes beside the ordinary messages of a store. */
function addSurvey(world: World, system: string, type: string): void {
  const like = world.communications.find(({ id }) => id === `${system}-offers-email`)!;
  const message = {
    ...like,
    id: `${system}-survey`,
    name: like.name.replace('offers', 'survey'),
    type,
    basis: 'legitimate_interest',
    frequency: 'once',
  };
  Object.assign(world, { communications: [...world.communications, message] });
  world.trouble.surveys.push({ communication: message.id, time: at('2026-04-21T10:00:00Z') });
}

export const cannotBeRefused = (system: string): Fault => ({
  id: `no-place-${system}`,
  kind: 'no_place',
  what: `${system} sends a survey by e-mail, and no point offers to refuse it.`,
  rules: ['preference/no-place-for-scope'],
  apply: (world) => addSurvey(world, system, 'survey/panel'),
});

export const harderOut = (system: string, start: string, back: string): Fault => ({
  id: `harder-out-${system}`,
  kind: 'harder_out',
  what: `${system} sends a survey by e-mail; consent to it is a tick at ${start} and ends only at ${back}.`,
  rules: ['preference/harder-out-than-in'],
  apply: (world) => {
    addSurvey(world, system, 'survey/satisfaction');
    const lob = world.systems.find(({ id }) => id === system)!.lobs[0]!;
    for (const point of world.points)
      if ([start, back].includes(point.id)) point.offers.push(`${lob}/survey/email`);
  },
});

export const choicesApart = (): Fault => ({
  id: 'choices-apart',
  kind: 'choices_apart',
  what: 'Every point of choice offers the channels of its own system only.',
  rules: ['preference/places-to-opt-out', 'preference/no-place-for-scope', 'preference/harder-out-than-in'],
  apply: (world) => {
    for (const point of world.points) {
      const own = ownScopes(world.stores.find(({ id }) => id === point.system)!);
      const isAsked = point.asks.some(({ field }) => field.startsWith('preference.consent'));
      point.offers = point.offers.flatMap((scope) =>
        scope !== '*/marketing/*' ? [scope] : isAsked ? own : [],
      );
    }
  },
});
