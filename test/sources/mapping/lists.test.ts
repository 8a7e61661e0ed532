import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withLoaded } from '../ecosystem.js';

const people = ['amira.haddad@example.com', 'jonas.becker@example.org', 'li.wei@example.net'];
const hashed = (algorithm: string): string[] =>
  people.map((one) => createHash(algorithm).update(one).digest('hex'));
const lines = (texts: readonly string[]): string => `${texts.join('\r\n')}\r\n`;

/** What a list of one column becomes, by nothing but its content. */
const load = (file: string, content: string | Uint8Array, columns = '') =>
  withLoaded(
    {
      'unsilo.yaml': `name: x\nsources: [{ table: preferences, file: ${file}, columns: { system_id: { constant: mail }${columns} } }]\n`,
      [file]: content,
    },
    async (store) => {
      const found = await store.all(
        `SELECT concat_ws(' ', key_type, kind, channel, value) AS what, count(*) AS n, min(_row) AS "first"
         FROM std_preferences GROUP BY ALL ORDER BY ALL`,
      );
      const [{ n: aside } = { n: 0 }] = await store.all('SELECT count(*) AS n FROM std_rejects');
      return [...found.map(({ what, n, first }) => `${n} × ${what} from row ${first}`), `${aside} set aside`];
    },
  );

describe('a list of one column', () => {
  it.each([
    ['addresses', lines(people), 'email suppression email blocked from row 1'],
    ['addresses under a name', lines(['E-Mail', ...people]), 'email suppression email blocked from row 2'],
    ['SHA-256', lines(hashed('sha256')), 'email_sha256 suppression email blocked from row 1'],
    ['SHA-1', lines(hashed('sha1')), 'email_sha256 suppression email blocked from row 1'],
    [
      'MD5 under a name',
      lines(['hash', ...hashed('md5')]),
      'email_sha256 suppression email blocked from row 2',
    ],
    [
      'telephone numbers',
      lines(['+15550100101', '+44 7700 900123', '+15550100103']),
      'phone_e164 suppression * blocked from row 1',
    ],
    [
      'quoted addresses in UTF-16',
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from(lines(people.map((one) => `"${one}"`)), 'utf16le'),
      ]),
      'email suppression email blocked from row 1',
    ],
  ])('of %s is read without a word about it', async (_, content, expected) => {
    expect(await load('suppressed.csv', content)).toEqual([`3 × ${expected}`, '0 set aside']);
  });

  it('holds opt-outs when its name says so', async () => {
    const found = await load('2026/opt-outs.txt', lines(people));
    expect(found).toEqual(['3 × email consent email opt_out from row 1', '0 set aside']);
  });

  it('has rows of another form set aside', async () => {
    const found = await load('suppressed.csv', lines([...people, 'n/a']));
    expect(found).toEqual(['3 × email suppression email blocked from row 1', '1 set aside']);
  });

  it('is what unsilo.yaml says it is, where it says something', async () => {
    const own = ', key_type: { constant: phone_sha256 }, channel: { constant: sms }';
    const found = await load('suppressed.csv', lines(hashed('sha256')), own);
    expect(found).toEqual(['3 × phone_sha256 suppression sms blocked from row 1', '0 set aside']);
  });
});
