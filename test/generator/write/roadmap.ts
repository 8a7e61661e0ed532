import type { World } from '../world/types.js';
import type { Files } from './files.js';
import { renderYaml, type Yaml } from './yaml.js';

/** What changes cost the bank. */
export const costs: Yaml = {
  currency: 'GBP',
  new_flow: 24_000,
  changed_flow: 3_500,
  new_system: 120_000,
  new_key: 9_000,
  changed_system: 6_000,
  point: 1_200,
  communication: 1_500,
  effort: 5_000,
  person: 0.35,
};

/** What people said in a workshop and no file tells. */
export function addWorkshop(files: Files, world: World): void {
  if (world.life || !world.systems.some(({ id }) => id === 'composer')) return;
  const findings: Yaml = [
    {
      id: 'letters-by-hand',
      title: 'Branches send letters of their own',
      message: 'Nine branches write to customers with a word processor; no system knows of these letters.',
      remediation: 'Give branches a form in the document composer, and end letters written by hand.',
      subject: 'system:composer',
      severity: 'medium',
      source: 'workshop with branch managers, 2026-06-12',
      persons: 900,
      messages_a_month: 140,
      effort: 4,
    },
  ];
  files.set('findings.yaml', renderYaml({ findings }));
}
