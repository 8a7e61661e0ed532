import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
};

const kindOf = (value: unknown): string =>
  value === null ? 'empty' : (kinds[Array.isArray(value) ? 'array' : typeof value] ?? typeof value);

const forms: Readonly<Record<string, string>> = {
  duration: 'an ISO 8601 duration such as P10D',
  datetime: 'a time with its offset such as 2026-01-31T10:00:00Z',
  date: 'a day such as 2026-01-31',
};

function sayTooSmall({
  origin,
  minimum,
}: {
  readonly origin: string;
  readonly minimum: number | bigint;
}): string {
  if (origin === 'string') return ' is empty';
  return origin === 'array' ? ` has fewer than ${minimum} items` : ` is less than ${minimum}`;
}

/** What is wrong with a value of a YAML file, in words of the file rather than of a schema; to be put right behind its path. */
export function sayIssue(issue: Issue, raw: unknown): string {
  if (raw === undefined) return ' is missing';
  switch (issue.code) {
    case 'invalid_value':
      return ' has a value it cannot have';
    case 'invalid_type':
      return ` is ${kindOf(raw)} where ${kinds[issue.expected] ?? issue.expected} belongs`;
    case 'too_small':
      return sayTooSmall(issue);
    case 'invalid_format':
      return ` is not ${forms[issue.format] ?? `written as ${issue.format}`}`;
    default:
      return `: ${issue.message}`;
  }
}
