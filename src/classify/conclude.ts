import {
  type Classification,
  type ClassifyInput,
  type Permanence,
  type Reason,
  type ReasonDefaults,
  reasonDefaults,
} from '../model/delivery.js';
import { sureCode } from './look-up-codes.js';
import type { Circumstances } from './match-texts.js';
import { enhancedKeys, type SaidCodes, toStage } from './read-codes.js';
import type { CodeRule, TextRule } from './types.js';

/** What a rule found, before defaults. */
export interface Found {
  readonly ruleId: string;
  readonly confidence: number;
  readonly rule: CodeRule | TextRule;
}

/** Everything the steps look at. */
export interface Case {
  readonly input: ClassifyInput;
  readonly said: SaidCodes;
  readonly of: Circumstances;
  /** What the innermost answer says, folded; the whole where nothing is quoted. */
  readonly inner: string;
  /** The whole, `` where that is the inner one. */
  readonly frame: string;
}

/** Whether nothing but a code was found, and one that leaves open what happened. */
const isVague = (found: Found | undefined): boolean =>
  found !== undefined && 'scheme' in found.rule && found.confidence < sureCode;

/** Who names the list that was searched speaks of the mailbox itself. */
const namesList = / (?:table|directory|address book) /;

/** What DATA is answered with when no recipient was taken before (RFC 5321 section 3.3): the answers before it were to RCPT. */
const hadNoRecipients = / no valid recipients /;

/** A status that says nothing of the address: none, x.0.0, or one of policies. */
const isSilent = (code: string): boolean => enhancedKeys(code).length === 0 || /^[45]\.7\./.test(code);

/**
 * Whether words alone say that there is no such mailbox: a relayed 550 of which neither a status nor the command bears
 * them out. Filters answer after DATA in the words of RCPT, so that nobody is written off by them; a vendor that judged
 * the whole dialogue is believed.
 */
function isUnconfirmed({ input, of, inner }: Case, found: Found | undefined): boolean {
  if (found?.rule.reason !== 'recipient_unknown' || !('tier' in found.rule)) return false;
  const isBare = of.stage === '' && isSilent(of.enhancedCode) && input.vendor === '';
  const isBorneOut = namesList.test(inner) || hadNoRecipients.test(inner);
  return isBare && found.rule.tier === 'words' && of.replyCode === '550' && !isBorneOut;
}

/**
 * Some addresses are dead only when nothing says that this may pass; and where a vague code is all there is, its class
 * counts: a 4.x.x asks for another attempt (RFC 3463 section 3.1).
 */
function permanenceOf(reason: Reason, usual: Permanence, one: Case, found?: Found): Permanence {
  const { of, inner } = one;
  if (isVague(found) && of.enhancedCode.startsWith('4.')) return 'temporary';
  if (isUnconfirmed(one, found)) return 'temporary';
  if (reason !== 'domain_not_accepting') return usual;
  const mayPass = /^4/.test(of.enhancedCode || of.replyCode) || / temporar/.test(inner);
  return mayPass ? 'temporary' : usual;
}

/** The event, where the input does not name it: what failed for now is deferred. */
function typeOf(one: Case, found: Found | undefined): string {
  const { input, of } = one;
  if (found?.rule.type !== undefined) return found.rule.type;
  if (input.type !== '') return input.type;
  if (/^4/.test(of.enhancedCode || of.replyCode)) return 'deferred';
  return found === undefined && of.replyCode === '' && of.enhancedCode === '' ? 'unknown' : 'bounced';
}

/** What is said of a case, with the defaults of its reason where the rule says no more. */
export function conclude(one: Case, found: Found | undefined): Classification {
  const reason = found?.rule.reason ?? 'unclassified';
  const usual: ReasonDefaults = reasonDefaults[reason];
  const rule = found?.rule;
  const stated = rule !== undefined && 'party' in rule ? rule.party : undefined;
  return {
    type: typeOf(one, found),
    reason,
    family: usual.family,
    permanence: rule?.permanence ?? permanenceOf(reason, usual.permanence, one, found),
    party: stated ?? usual.party,
    stage: toStage(one.input.stage) || one.said.stage,
    ruleId: found?.ruleId ?? '',
    confidence: found === undefined ? 0 : Number(found.confidence.toFixed(2)),
  };
}
