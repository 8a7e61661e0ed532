const host =
  /^\s*(?:(?:https?:)?\/\/)?(?:[^\s/?#@]*@)?([\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}]{2,24})(?=[:/?#\s]|$)/iu;

/** Host of an address as written, lower case without `www.`; undefined where a field decides it, or it has none. */
export function hostOf(address: string): string | undefined {
  return host
    .exec(address.slice(0, 2000))?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
}

/** Labels an owner registers: two, or three where the last two are a public suffix such as `co.uk`. */
function registered(name: string): string {
  const labels = name.split('.');
  const isDeep = labels.length > 2 && labels.at(-1)!.length === 2 && labels.at(-2)!.length <= 3;
  return labels.slice(isDeep ? -3 : -2).join('.');
}

/** Whether two hosts are under one registered domain, as far as their form tells. */
export const isSameOwner = (a: string, b: string): boolean => registered(a) === registered(b);
