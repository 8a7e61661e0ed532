import type { Classification, ClassifyInput } from '../model/delivery.js';
import { createCache } from './cache.js';
import { type Case, conclude, type Found } from './conclude.js';
import { foldText } from './fold.js';
import { type CodeLookup, createCodeLookup, sureCode } from './look-up-codes.js';
import { maskText } from './mask.js';
import { type Circumstances, createTextSearch, type Searched } from './match-texts.js';
import { readCodes, type SaidCodes, toStage } from './read-codes.js';
import type { Classifier, ClassifyRules, CodeRule, Tier } from './types.js';
import { unwrapText } from './unwrap.js';

/** How far a rule is believed that does not say so itself. */
const usualConfidence: Readonly<Record<Tier, number>> = {
  receivers: 0.95,
  words: 0.9,
  late: 0.7,
  reply: 0.4,
};
/** What the frame around a quoted answer says is believed a little less. */
const ofFrame = 0.9;

const byCode = (rule: CodeRule | undefined): Found | undefined =>
  rule && { ruleId: `${rule.scheme}/${rule.code}`, confidence: rule.confidence, rule };

const isSure = (found: Found | undefined): Found | undefined =>
  found && found.confidence >= sureCode ? found : undefined;

/** The first rule of a tier that fits a text. */
type Asked = (tier: Tier) => Found | undefined;

/** Questions to a folded text of a case; it is searched once, when the first question comes. */
function createAsking(rules: ClassifyRules): (folded: string, of: Circumstances) => Asked {
  let search: ((folded: string) => Searched) | undefined;
  return (folded, of) => {
    if (folded.trim() === '' && of.stage === '') return () => undefined;
    let searched: Searched | undefined;
    return (tier) => {
      search ??= createTextSearch(rules.texts());
      searched ??= search(folded);
      const rule = searched(tier, of);
      return rule && { ruleId: rule.id, confidence: rule.confidence ?? usualConfidence[tier], rule };
    };
  };
}

/** The other side took it: no failure, whatever the words. */
const accepted: Found = {
  ruleId: 'reply/2xx',
  confidence: 0.9,
  rule: { scheme: 'reply', code: '2XX', type: 'delivered', confidence: 0.9 },
};

const isAccepted = ({ of, input }: Case): boolean =>
  !['bounced', 'failed', 'returned', 'expired', 'rejected_pre_send'].includes(input.type) &&
  (of.enhancedCode === '' ? /^2\d\d$/.test(of.replyCode) : of.enhancedCode.startsWith('2.'));

const lessSure = (found: Found | undefined): Found | undefined =>
  found && { ...found, confidence: found.confidence * ofFrame };

/** The steps in their order; the first that finds something decides. */
function decide(one: Case, codes: CodeLookup, asking: ReturnType<typeof createAsking>): Found | undefined {
  const { input, inner, frame, of } = one;
  const vendor = byCode(codes.vendor(input));
  const enhanced = byCode(codes.enhanced(of.enhancedCode));
  const ask = asking(inner, of);
  const around = asking(frame, { ...of, stage: frame === '' ? '' : of.stage });
  return (
    isSure(vendor) ??
    (isAccepted(one) ? accepted : undefined) ??
    ask('receivers') ??
    ask('words') ??
    isSure(enhanced) ??
    lessSure(around('receivers')) ??
    lessSure(around('words')) ??
    ask('late') ??
    lessSure(around('late')) ??
    vendor ??
    enhanced ??
    ask('reply') ??
    byCode(codes.reply(of.replyCode)) ??
    byCode(codes.event(of.type))
  );
}

function toCase(input: ClassifyInput, masked: string): Case {
  const quoted = unwrapText(masked);
  const whole = readCodes(masked);
  const inside = quoted === '' ? whole : readCodes(quoted);
  const said: SaidCodes = {
    enhancedCode: inside.enhancedCode || whole.enhancedCode,
    replyCode: inside.replyCode || whole.replyCode,
    stage: whole.stage,
  };
  const of: Circumstances = {
    enhancedCode: said.enhancedCode || input.enhancedCode.trim(),
    replyCode: said.replyCode || input.replyCode.trim(),
    stage: toStage(input.stage) || said.stage,
    channel: input.channel,
    type: input.type,
    remote: (input.remote ?? '').toLowerCase(),
  };
  const folded = foldText(masked);
  return {
    input,
    said,
    of,
    inner: quoted === '' ? folded : foldText(quoted),
    frame: quoted === '' ? '' : folded,
  };
}

/** Answers kept of texts that differ in nothing but addresses, hosts, times and ids. */
const mostKept = 20_000;

/** Whether nothing is known beside the text: nearly every line of a log. */
const isText = (of: ClassifyInput): boolean =>
  of.enhancedCode === '' &&
  of.replyCode === '' &&
  of.providerCode === '' &&
  of.rawType === '' &&
  of.vendor === '' &&
  of.channel === '' &&
  of.type === '' &&
  !of.stage &&
  !of.remote;

const keyOf = (input: ClassifyInput, masked: string): string =>
  isText(input)
    ? masked
    : [
        masked,
        input.enhancedCode,
        input.replyCode,
        input.providerCode,
        input.rawType,
        input.vendor,
        input.channel,
        input.type,
        input.stage ?? '',
        input.remote ?? '',
      ].join('\u0000');

/**
 * A classifier over these rules: provider's code, receiver, words, enhanced code, reply code and stage, in this order.
 * Equal answers are one object. What differs only in what masking takes out is one case, decided once; memory is bounded.
 */
export function createClassifier(rules: ClassifyRules): Classifier {
  const codes = createCodeLookup(rules);
  const asking = createAsking(rules);
  const cache = createCache<Classification>(mostKept);
  const answers = createCache<Classification>(mostKept);
  const oneOf = (found: Classification): Classification =>
    answers.get(Object.values(found).join(' '), () => found);
  return (input) => {
    const masked = maskText(input.text);
    return cache.get(keyOf(input, masked), () => {
      const one = toCase(input, masked);
      return oneOf(conclude(one, decide(one, codes, asking)));
    });
  };
}
