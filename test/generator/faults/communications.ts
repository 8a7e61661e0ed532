import { at } from '../time.js';
import type { Blueprint } from '../world/blueprint.js';
import type { Flow, World } from '../world/types.js';
import type { Fault } from './types.js';

const composersOf = (world: World, system: string): Set<string> =>
  new Set(world.communications.filter(({ process }) => process === system).map(({ composer }) => composer));

export const stopsHalfway = (system: string, field: string): Fault => ({
  id: `halfway-${system}`,
  kind: 'stops_halfway',
  what: `${system} knows ${field} and hands it on to nobody who composes.`,
  rules: ['flow/data-stops-halfway'],
  apply: (world) => {
    const composers = composersOf(world, system);
    world.flows = world.flows.map((flow) =>
      flow.from === system && composers.has(flow.to)
        ? { ...flow, fields: flow.fields.filter((row) => row.source !== field) }
        : flow,
    );
  },
});

const isHome = (flow: Flow, gateway: string): boolean =>
  flow.from === gateway && flow.fields.some((row) => row.source.startsWith('outcome.'));

export const vendorPortal = (gateway: string, portal: string): Fault => ({
  id: `portal-${gateway}`,
  kind: 'vendor_portal',
  what: `All outcomes of ${gateway} go to ${portal}, where somebody would have to log in.`,
  rules: ['feedback/ends-outside'],
  apply: (world) => {
    world.flows = world.flows.map((flow) =>
      isHome(flow, gateway) ? { ...flow, id: `${gateway}-to-${portal}`, to: portal } : flow,
    );
  },
});

export const oneLanguage = (communication: string, language: string): Fault => ({
  id: `one-language-${communication}`,
  kind: 'wrong_language',
  what: `The text of ${communication} exists in ${language} only, whatever its readers read.`,
  rules: ['delivery/wrong-language'],
  apply: (world) => {
    world.trouble.oneLanguage.push({ communication, language });
  },
});

export const invitesPaperless = (system: string): Fault => ({
  id: `invites-${system}`,
  kind: 'already_held',
  what: `${system} asks every fifth of its customers by e-mail to give up paper, also those who did long ago.`,
  rules: ['delivery/already-held'],
  apply: (world) => {
    const like = world.communications.find(({ id }) => id === `${system}-statement`)!;
    const message = {
      ...like,
      id: `${system}-go-paperless`,
      name: like.name.replace('statement', 'invitation to go paperless'),
      type: 'service/paperless',
      channels: ['email'],
      fields: ['person.name', 'person.language', 'contact.email', 'preference.delivery'],
      frequency: 'once',
    };
    Object.assign(world, { communications: [...world.communications, message] });
    world.trouble.invitations.push({ communication: message.id, time: at('2026-05-12T10:00:00Z') });
  },
});

/** Faults of communications that can befall a shape. */
export function communicationFaults(plan: Blueprint): Fault[] {
  const has = (id: string) => plan.stores.some((store) => store.id === id);
  return [
    stopsHalfway('core', 'person.language'),
    vendorPortal('sms-out', 'sms-vendor-portal'),
    ...(has('savings') ? [oneLanguage('savings-notice', 'en')] : []),
    invitesPaperless('insurance'),
  ].filter(({ id }) => id !== 'invites-insurance' || has('insurance'));
}
