import { parseDocument } from 'yaml';
import { SourceError } from '../../model/errors.js';
import type { Finding } from '../../model/finding.js';
import type { Given } from '../read-past.js';

/** The settings with an owner for each finding; comments and order of everything else stay. */
export function withAssigned({ file, text }: Given, findings: readonly Finding[], owner: string): string {
  const document = parseDocument(text);
  const [first] = document.errors;
  if (first) throw new SourceError([{ place: { file }, message: first.message.split('\n')[0] ?? '' }]);
  for (const { fingerprint } of findings) document.setIn(['assigned', fingerprint], owner);
  return document.toString({ lineWidth: 0 });
}

/** A finding as the next audit will show it. */
export const assigned = (finding: Finding, owner: string): Finding => ({
  ...finding,
  owners: [{ role: 'owner', owner_id: owner, name: owner }],
});
