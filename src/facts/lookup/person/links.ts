import { createHash } from 'node:crypto';
import type { Config } from '../../../model/config.js';
import { type LinkBasis, linkBases } from '../../../model/trace.js';
import type { Query, Row } from '../../../store/store.js';
import { findPerson, normaliseKey } from '../../identity/subjects.js';
import type { Subject } from './records.js';

/** Two records of one person and the strongest thing they share; numbers are places in the list of subjects. */
export interface Link {
  readonly from: number;
  readonly to: number;
  readonly basis: LinkBasis;
}

/** Something known of a subject. */
export interface Known {
  readonly subject_id: number;
  readonly key_type: string;
  readonly value: string;
}

type Token = readonly [basis: LinkBasis, token: string];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const mailbox = ({ key_type, value }: Known): string[] =>
  key_type === 'email'
    ? [sha256(value.toLowerCase())]
    : key_type === 'email_sha256'
      ? [value.toLowerCase()]
      : [];
const values = (known: readonly Known[], type: string): string[] =>
  known.filter(({ key_type }) => key_type === type).map(({ value }) => value);

/** `a` with `b`, wherever both are known. */
const together = (basis: LinkBasis, as: readonly string[], bs: readonly string[]): Token[] =>
  as.flatMap((a) => bs.map((b): Token => [basis, `${a}\n${b}`]));

function declared({ system_id }: Subject, known: readonly Known[], config: Config): Token[] {
  const groups = config.identity?.shared_keys ?? [];
  return groups.flatMap(({ key_type, systems }, group) =>
    systems.includes(system_id)
      ? values(known, key_type).map((value): Token => ['declared_key', `${group} ${value}`])
      : [],
  );
}

/** All that this record could share with another one. */
function tokensOf(subject: Subject, known: readonly Known[], config: Config): Token[] {
  const own = { ...subject, value: subject.subject_key };
  const all = [own, ...known];
  const [emails, phones] = [
    values(all, 'email').map((email) => email.toLowerCase()),
    values(all, 'phone_e164'),
  ];
  const [births, names] = [values(all, 'birth'), values(all, 'family')];
  return [
    ...declared(subject, all, config),
    ...values(all, 'national_id_hash').map((value): Token => ['national_id', value]),
    ...mailbox(own).map((box): Token => ['same_address', box]),
    ...together('email_and_birth', emails, births),
    ...together('phone_and_birth', phones, births),
    ...together('email_and_name', emails, names),
    ...all.flatMap(mailbox).map((box): Token => ['address_alone', box]),
  ];
}

/** Joins groups of numbers; `join` says whether two were apart before. */
function createGroups(size: number): (a: number, b: number) => boolean {
  const parents = Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => (parents[i] === i ? i : root(parents[i]!));
  return (a, b) => {
    const [left, right] = [root(a), root(b)];
    parents[Math.max(left, right)] = Math.min(left, right);
    return left !== right;
  };
}

/**
 * The fewest and strongest links that make one person of these records, as a tree. What no shared key explains was
 * joined because it is similar.
 */
export function linksOf(subjects: readonly Subject[], known: readonly Known[], config: Config): Link[] {
  const join = createGroups(subjects.length);
  const tokens = subjects.map((subject) =>
    tokensOf(
      subject,
      known.filter(({ subject_id }) => subject_id === subject.subject_id),
      config,
    ),
  );
  const links = linkBases.flatMap((basis): Link[] => {
    const seen = new Map<string, number>();
    return tokens.flatMap((own, to) =>
      own.flatMap(([kind, token]) => {
        const from = kind === basis ? seen.get(token) : undefined;
        if (kind === basis && from === undefined) seen.set(token, to);
        return from !== undefined && join(from, to) ? [{ from, to, basis }] : [];
      }),
    );
  });
  const rest = subjects.flatMap((_, to) => (join(0, to) ? [{ from: 0, to, basis: 'similar' as const }] : []));
  return [...links, ...rest];
}

const plain = (name: string): string => name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
const dialled = (number: string): string => number.replaceAll(/[^\d+]/g, '').replace(/^00/, '+');

type Customer = Row & Record<'email' | 'phone' | 'birth' | 'family', string | null> & { subject_id: number };

function knownOf({ subject_id, email, phone, birth, family }: Customer): Known[] {
  const all = {
    email: email?.toLowerCase(),
    phone_e164: phone === null ? undefined : dialled(phone),
    birth,
    family: family === null ? undefined : plain(family),
  };
  return Object.entries(all).flatMap(([key_type, value]) => (value ? [{ subject_id, key_type, value }] : []));
}

/** What systems know of a person by which records can be linked. */
export async function readKnown(store: Query, person: number): Promise<Known[]> {
  const customers = await store.all<Customer>(
    `SELECT w.subject_id, c.email, c.phone, CAST(c.date_of_birth AS VARCHAR) AS birth,
            coalesce(c.family_name, regexp_extract(c.full_name, '[^ ]+$')) AS family
     FROM std_customers c ${findPerson('c')} WHERE w.person_id = $person
     ORDER BY w.subject_id, c.email, c.phone, birth, family`,
    { person },
  );
  const further = await store.all<Known & Row>(
    `SELECT DISTINCT w.subject_id, k.key_type, k.value_norm AS value FROM std_identity_keys k
     JOIN work_persons w ON w.system_id = k.system_id AND w.subject_key = ${normaliseKey('w.key_type', 'k.subject_key')}
     WHERE w.person_id = $person ORDER BY w.subject_id, k.key_type, value`,
    { person },
  );
  return [...customers.flatMap(knownOf), ...further];
}
