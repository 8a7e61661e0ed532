import { groupDigits } from './numbers.js';

export type Fillings = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const placeholder = /\{([a-z_]+)(?::([^|{}]*)\|([^|{}]*))?\}/g;

const spell = (value: Fillings[string] | undefined): string => {
  if (value === undefined || value === null) return 'unknown';
  if (Number.isInteger(value)) return groupDigits(value as number);
  return Array.isArray(value) ? value.join(', ') : String(value);
};

/** Names a message asks for, in order of appearance. */
export const placeholdersOf = (message: string): string[] => [
  ...new Set([...message.matchAll(placeholder)].map((match) => match[1]!)),
];

const counted = (value: Fillings[string] | undefined, one: string, many: string): string =>
  value === undefined || value === null
    ? `an unknown number of ${many}`
    : `${spell(value)} ${value === 1 ? one : many}`;

/** Fills `{name}`; `{name:customer|customers}` adds the form that fits the number. Escaping is the reporter's. */
export const fill = (message: string, values: Fillings): string =>
  message.replace(placeholder, (_, name: string, one?: string, many?: string) =>
    one === undefined ? spell(values[name]) : counted(values[name], one, many ?? one),
  );
