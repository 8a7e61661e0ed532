const host =
  /^\s*(?:(?:https?:)?\/\/)?(?:[^\s/?#@]*@)?([\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}]{2,24})(?=[:/?#\s]|$)/iu;

/** Host of an address as written, lower case without `www.`; undefined where a field decides it, or it has none. */
export function hostOf(address: string): string | undefined {
  return host
    .exec(address.slice(0, 2000))?.[1]
    ?.toLowerCase()
    .replace(/^www\./, '');
}

/** Whether two hosts are the same, or one is under the other. */
export const isSameSite = (a: string, b: string): boolean =>
  a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
