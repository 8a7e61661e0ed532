import { cleanText } from '../../text/escape.js';
import { isolateBidi } from '../../text/escape-bidi.js';
import { muteStart } from '../../text/escape-commands.js';

/** What no rule knows. */
export interface Unknown {
  readonly classified: number;
  readonly unknown: number;
  readonly templates: readonly {
    readonly template: string;
    readonly count: number;
    readonly phrase: string;
  }[];
}

const share = (part: number, of: number): string => `${((100 * part) / Math.max(of, 1)).toFixed(1)} %`;

const longestShown = 300;

/** One rule for each phrase, as `--rules` reads it; what it means is left to the reader. */
const ruleLines = ({ templates }: Unknown): string[] => [
  '# Rules to begin with: set the reason, save as rules.yaml, run again with --rules rules.yaml.',
  'rules:',
  ...[...new Set(templates.map(({ phrase }) => phrase))]
    .filter((phrase) => phrase !== '')
    .flatMap((phrase, i) => [
      `  - id: own-${i + 1}`,
      '    reason: unclassified',
      '    says:',
      `      - ${JSON.stringify(cleanText(phrase))}`,
    ]),
];

/** The templates of what is unclassified, as comments, and rules to paste; the whole is YAML. */
export function renderUnknown(found: Unknown): string {
  const { classified, unknown, templates } = found;
  const lines = [
    `# ${unknown} of ${classified} known by no word (${share(unknown, classified)})`,
    ...templates.map(
      ({ template, count }) =>
        `# ${String(count).padStart(9)}  ${cleanText(template).slice(0, longestShown) || '(blank)'}`,
    ),
    ...(templates.some(({ phrase }) => phrase !== '') ? ruleLines(found) : ['rules: []']),
  ];
  return `${lines.map((line) => muteStart(isolateBidi(line).trimEnd())).join('\n')}\n`;
}
