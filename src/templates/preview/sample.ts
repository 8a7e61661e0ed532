/** Data a preview puts in, as the sender would hand it over. */
export type Sample = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Sample => typeof value === 'object' && value !== null;

/** Names as senders write them: without the sign a language puts before its variables. */
const bare = (name: string): string => name.replace(/^[@$]+/, '');

/** Own properties only, so that no name reaches what every object has. */
const own = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/**
 * The value of a name in a sample; `items` says which item of each list around it is meant, by the list's name:
 * `lines` → 1 for `lines[].amount` in the second turn of a loop. A key that is the whole name outweighs a path.
 */
export function lookUp(sample: Sample, name: string, items: ReadonlyMap<string, number>): unknown {
  const whole = own(sample, bare(name)) ?? own(sample, name);
  if (whole !== undefined) return whole;
  let value: unknown = sample;
  let path = '';
  for (const step of bare(name).split('.')) {
    const key = step.replace(/\[[^\]]{0,20}\]$/, '');
    path = path === '' ? key : `${path}.${key}`;
    value = own(value, key);
    if (Array.isArray(value) && step !== key) value = value[items.get(`${path}[]`) ?? items.get(path) ?? 0];
    if (step !== key) path += '[]';
  }
  return value;
}
