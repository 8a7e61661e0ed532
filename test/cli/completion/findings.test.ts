import { describe, expect, it } from 'vitest';
import { recallFindings, rememberFindings } from '../../../src/cli/completion/findings.js';
import { richReport } from '../../report/fixtures.js';
import { withFiles } from '../run-unsilo.js';

describe('what the last audit found', () => {
  it('is completed, findings and groups apart', async () => {
    await withFiles({}, async (dir) => {
      await rememberFindings(dir, richReport);
      const [first] = richReport.findings;
      expect((await recallFindings(dir, 'finding'))[0]).toEqual({
        value: first!.fingerprint,
        says: `${first!.severity}: ${first!.title}, ${first!.subject}`,
      });
      const keys = richReport.error_groups.flatMap(({ group_key }) => group_key ?? []);
      expect((await recallFindings(dir, 'group')).map(({ value }) => value)).toEqual(keys);
    });
  });

  it('is nothing where nothing could be kept', async () => {
    await withFiles({ file: '' }, async (dir) => {
      await rememberFindings(`${dir}/file`, richReport);
      expect(await recallFindings(`${dir}/file`, 'finding')).toEqual([]);
    });
  });
});
