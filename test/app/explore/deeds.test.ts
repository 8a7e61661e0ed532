import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { deedsOf } from '../../../src/app/explore/deeds.js';
import type { Shelved } from '../../../src/app/explore/desktop.js';
import type { Files } from '../../../src/app/explore/request.js';
import { ownPacks } from '../../../src/app/own-packs.js';
import { fingerprintOf } from '../../../src/findings/fingerprint.js';
import type { Finding } from '../../../src/model/finding.js';
import { readPolicy } from '../../../src/rules/read-packs.js';
import { finding, richReport } from '../../report/fixtures.js';

const { acceptance } = await readPolicy(ownPacks);
const known = (subject: string, more: Partial<Finding> = {}): Finding =>
  finding({ rule: 'flow/one-way', subject, fingerprint: fingerprintOf('flow/one-way', subject), ...more });
const one = known('pair:a>b/contact.email', { owners: [{ role: 'owner', owner_id: 'ann', name: 'Ann' }] });
const other = known('pair:a>c/contact.email', { owners: [] });
const report = { ...richReport, findings: [one, other] };

/** Files in memory; the settings are there from the beginning. */
function desk(settings = 'name: Corner Bank\n') {
  const written: Record<string, string | undefined> = {};
  const shelved = (name: string, key: string): Shelved => ({
    name,
    read: async () => written[key],
    write: async (text) => {
      if (text === undefined) delete written[key];
      else written[key] = text;
    },
  });
  const files: Files = {
    baseline: shelved('b.yaml', 'baseline'),
    ...(settings !== '' && { settings: shelved('unsilo.yaml', 'settings') }),
    writeExport: async (file, text) => {
      written[file] = String(text);
    },
    copy: () => undefined,
  };
  if (settings !== '') written.settings = settings;
  const owning = { assigned: [], ownersOf: () => [{ role: 'owner', owner_id: 'ann', name: 'Ann' } as const] };
  const given = { report, policy: acceptance, owning };
  return { written, deeds: deedsOf(given, { source: 'bank', today: '2026-04-01', files }) };
}

const decision = { reason: 'June', expires: '2026-06-30', owner: '' };

describe('what the explorer does', () => {
  it('accepts one finding after the other into the baseline, each with its owner', async () => {
    const { written, deeds } = desk();
    const { said, changed } = await deeds.suppress({ ...decision, fingerprints: [one.fingerprint] });
    expect(said).toBe('1 finding accepted until 2026-06-30 in b.yaml');
    expect(changed[0]!.suppression).toEqual({
      reason: 'June',
      owner: 'Ann',
      created: '2026-04-01',
      expires: '2026-06-30',
    });
    await deeds.suppress({ ...decision, owner: 'Bo', fingerprints: [other.fingerprint] });
    const { entries } = parse(written.baseline!) as { entries: { subject: string; owner: string }[] };
    expect(entries.map(({ subject, owner }) => [subject, owner])).toEqual([
      [one.subject, 'Ann'],
      [other.subject, 'Bo'],
    ]);
  });

  it.each([
    ['without a reason', { ...decision, reason: '' }, 'a reason is missing'],
    ['for a day that is over', { ...decision, expires: '2026-03-31' }, "'2026-03-31' is no day to come"],
    ['for no day', { ...decision, expires: 'June' }, "'June' is no day to come"],
    ['of nobody', { ...decision, fingerprints: [other.fingerprint] }, 'names no owner'],
  ])('accepts nothing %s', async (_, asked, message) => {
    const { written, deeds } = desk();
    await expect(deeds.suppress({ fingerprints: [one.fingerprint], ...asked })).rejects.toThrow(message);
    expect(Object.keys(written)).toEqual(['settings']);
  });

  it('assigns an owner in the settings, and the finding has it from then on', async () => {
    const { written, deeds } = desk();
    const { changed } = await deeds.assign([other.fingerprint], 'Data office');
    expect(changed[0]!.owners).toEqual([{ role: 'owner', owner_id: 'Data office', name: 'Data office' }]);
    expect(parse(written.settings!)).toEqual({
      name: 'Corner Bank',
      assigned: { [other.fingerprint]: 'Data office' },
    });
    const accepted = await deeds.suppress({ ...decision, fingerprints: [other.fingerprint] });
    expect(accepted.changed[0]!.suppression!.owner).toBe('Data office');
  });

  it('takes back what was accepted, and leaves what others accepted', async () => {
    const { written, deeds } = desk();
    await deeds.suppress({ ...decision, owner: 'Bo', fingerprints: [one.fingerprint, other.fingerprint] });
    const { said, changed } = await deeds.withdraw([one.fingerprint]);
    expect(said).toBe('1 finding no longer accepted in b.yaml');
    expect(changed).toEqual([one]);
    const { entries } = parse(written.baseline!) as { entries: { subject: string }[] };
    expect(entries.map(({ subject }) => subject)).toEqual([other.subject]);
    await expect(deeds.withdraw([one.fingerprint])).rejects.toThrow('nothing of that is accepted');
  });

  it('gives a finding back to whom the inventory names', async () => {
    const { written, deeds } = desk();
    await deeds.assign([other.fingerprint], 'Data office');
    expect([...deeds.standing().assigned]).toEqual([other.fingerprint]);
    const { changed } = await deeds.release([one.fingerprint, other.fingerprint]);
    expect(changed).toMatchObject([{ subject: other.subject, owners: [{ name: 'Ann' }] }]);
    expect(written.settings).toBe('name: Corner Bank\n');
    expect(deeds.standing().assigned.size).toBe(0);
  });

  it('undoes one deed after the other, to the byte', async () => {
    const { written, deeds } = desk('name: Corner Bank # ours\n');
    await deeds.suppress({ ...decision, fingerprints: [one.fingerprint] });
    await deeds.assign([one.fingerprint], 'Data office');
    expect(deeds.standing().done).toHaveLength(2);
    const { said, changed } = await deeds.undo();
    expect(said).toBe('Undone: 1 finding assigned to Data office in unsilo.yaml');
    expect(changed[0]).toMatchObject({ owners: [{ name: 'Ann' }], suppression: { reason: 'June' } });
    expect((await deeds.undo()).changed).toEqual([one]);
    expect(written).toEqual({ settings: 'name: Corner Bank # ours\n' });
    expect(deeds.standing()).toEqual({ assigned: new Set(), done: [] });
    await expect(deeds.undo()).rejects.toThrow('nothing was done yet');
  });

  it('undoes nothing over what somebody else has written since', async () => {
    const { written, deeds } = desk();
    await deeds.suppress({ ...decision, fingerprints: [one.fingerprint] });
    written.baseline += '# reviewed\n';
    await expect(deeds.undo()).rejects.toThrow('b.yaml has been changed since');
    expect(written.baseline).toContain('# reviewed');
  });

  it('assigns nobody where there are no settings', async () => {
    const { deeds } = desk('');
    await expect(deeds.assign([one.fingerprint], 'Ann')).rejects.toThrow('a snapshot has none');
  });

  it.each([
    ['x.csv', /^severity,confidence.*\n.*pair:a>c\/contact\.email/],
    ['x.json', /"subject": "pair:a>c\/contact\.email"/],
    ['x.md', /a.{1,6}c/],
  ])('exports the findings picked and no other to %s', async (file, pattern) => {
    const { written, deeds } = desk();
    const { said } = await deeds.export(file, [other.fingerprint]);
    expect(said).toBe(`1 finding written to ${file}`);
    expect(written[file]).toMatch(pattern);
    expect(written[file]).not.toContain(one.subject);
  });

  it('exports nothing into a file whose name says no format', async () => {
    const { deeds } = desk();
    await expect(deeds.export('x.doc', [one.fingerprint])).rejects.toThrow('does not say what it is to be');
  });
});
