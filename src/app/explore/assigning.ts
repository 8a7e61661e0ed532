import { UsageError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import { countOf } from '../../report/parts/shares.js';
import { assigned, withAssigned, withoutAssigned } from './assign.js';
import type { Deed, Shelved } from './desktop.js';

async function given(settings: Shelved | undefined): Promise<{ file: Shelved; text: string }> {
  const text = await settings?.read();
  if (settings && text !== undefined) return { file: settings, text };
  throw new UsageError({
    message: 'owners are assigned in unsilo.yaml, and a snapshot has none',
    expected: 'the folder of the ecosystem instead of its snapshot',
  });
}

/** Gives findings an owner, in the settings. */
export async function assigning(
  settings: Shelved | undefined,
  findings: readonly Finding[],
  owner: string,
): Promise<Deed> {
  if (owner === '') throw new UsageError({ message: 'nobody is named' });
  const { file, text } = await given(settings);
  return {
    said: `${countOf(findings.length, 'finding')} assigned to ${owner} in ${file.name}`,
    file,
    text: withAssigned({ file: file.name, text }, findings, owner),
    changed: findings.map((finding) => assigned(finding, owner)),
    assigns: true,
  };
}

/** Findings go back to whom the inventory names. */
export async function handingBack(
  settings: Shelved | undefined,
  findings: readonly Finding[],
  ownersOf: (finding: Finding) => Finding['owners'],
): Promise<Deed> {
  const { file, text } = await given(settings);
  return {
    said: `${countOf(findings.length, 'finding')} assigned to nobody any more in ${file.name}`,
    file,
    text: withoutAssigned({ file: file.name, text }, findings),
    changed: findings.map((finding) => ({ ...finding, owners: ownersOf(finding) })),
    assigns: false,
  };
}
