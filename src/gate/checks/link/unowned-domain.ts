import { distance } from 'fastest-levenshtein';
import type { Check, GateHit, Parameters } from '../../check.js';
import { hostOf } from '../../hosts.js';
import type { World } from '../../world.js';

/** Names set aside for examples, which a marker of unfinished text is found by. */
const reserved = /^(?:.+\.)?(?:example\.(?:com|org|net)|localhost|invalid|test)$/;

const isUnder = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

const bare = (domain: string): string => domain.toLowerCase().replace(/^(?:\*\.|www\.|\.)/, '');

const ownedBy = ({ contract, settings }: World): string[] =>
  [...(contract?.owned_domains ?? []), ...(settings.domains ?? [])].map(bare);

/** The last labels of a host, as many as a domain has. */
const tailOf = (host: string, domain: string): string =>
  host.split('.').slice(-domain.split('.').length).join('.');

/** `secure-bank`, `bank-login` for `bank`. */
const isDressed = (label: string, name: string): boolean =>
  label.startsWith(`${name}-`) || label.endsWith(`-${name}`);

const shortest = 6;

/** A domain of one's own that the host is easily taken for: one letter off, or with something put before it. */
function lookalike(host: string, domains: readonly string[]): string | undefined {
  return domains.find((domain) => {
    const [name = ''] = domain.split('.');
    const [other = ''] = tailOf(host, domain).split('.');
    if (name.length < shortest) return false;
    return distance(tailOf(host, domain), domain) === 1 || isDressed(other, name);
  });
}

function hitOf(target: string, domains: readonly string[], others: readonly string[]) {
  const isMail = /^\s*mailto:/i.test(target);
  const host = isMail ? /@([\w.-]{1,255})/.exec(target)?.[1]?.toLowerCase() : hostOf(target);
  if (!host || reserved.test(host) || isUnder(host, domains) || isUnder(host, others)) return undefined;
  const like = lookalike(host, domains);
  return { case: like ? 'lookalike' : isMail ? 'mail' : 'unowned', host, like: like ?? '' };
}

const textsOf = (value: Parameters[string] | undefined): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : [];

/** Links that lead out of what the organisation owns. */
export const unownedDomain: Check = function* (world, { everybodys }) {
  const domains = ownedBy(world);
  const others = textsOf(everybodys);
  for (const part of world.parts)
    for (const link of part.links) {
      const found = hitOf(link.target.slice(0, 2000), domains, others);
      if (!found) continue;
      const { case: name, ...args } = found;
      const hit: GateHit = {
        case: name,
        at: { part, span: { start: link.start, end: link.end } },
        about: args.host,
        args,
      };
      yield hit;
    }
};
