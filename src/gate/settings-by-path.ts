import type { Config } from '../model/config.js';
import type { Severity } from '../model/enums.js';
import type { GateRule } from '../model/gate-rule.js';
import type { GateSettings } from '../model/gate-settings.js';
import { createMatcher } from '../text/path-patterns.js';
import type { Parameters } from './check.js';
import { defaultsOf } from './parameters.js';

type PathSetting = NonNullable<GateSettings['rules']>[number];

/** What the settings say of one rule in one file. */
export interface RuleSetting {
  readonly off?: string;
  readonly severity?: Severity;
  readonly parameters: Parameters;
}

/** Settings a gate asks: those for everywhere, and those by path. */
export interface Settings {
  readonly rules?: Config['rules'];
  readonly gate: GateSettings;
}

/** Whether a name of the settings means a rule: id, code, retired name, or `pack/*`. */
export const isNamed = ({ id, pack, definition: { code, aliases = [] } }: GateRule, name: string): boolean =>
  name === `${pack}/*` || [id, code, ...aliases].includes(name);

/** What holds for a rule in every file. */
export function settingOf(rule: GateRule, { rules = {} }: Settings): RuleSetting {
  const own = Object.entries(rules).filter(([name]) => isNamed(rule, name));
  const off = own.map(([, one]) => one.off).find((reason) => reason !== undefined);
  const parameters = Object.assign(defaultsOf(rule), ...own.map(([, one]) => one.parameters ?? {}));
  return { parameters, ...(off !== undefined && { off }) };
}

const withPath = (setting: RuleSetting, { off, severity, parameters }: PathSetting): RuleSetting => ({
  ...setting,
  ...(off !== undefined && { off }),
  ...(severity !== undefined && { severity }),
  parameters: { ...setting.parameters, ...parameters },
});

/** What holds for one rule: in every file, or by file where settings by path name it. */
export interface Held {
  readonly usual: RuleSetting;
  readonly isByPath: boolean;
  readonly in: (file: string) => RuleSetting;
}

/** Tells what holds for a rule; later settings by path outweigh earlier ones. */
export function createSettings(settings: Settings): (rule: GateRule) => Held {
  const byPath = (settings.gate.rules ?? []).map((one) => ({ one, fits: createMatcher(one.files) }));
  return (rule) => {
    const usual = settingOf(rule, settings);
    const own = byPath.filter(({ one }) => isNamed(rule, one.rule));
    const held = (file: string): RuleSetting =>
      own.filter(({ fits }) => fits(file)).reduce((so, { one }) => withPath(so, one), usual);
    return { usual, isByPath: own.length > 0, in: own.length > 0 ? held : () => usual };
  };
}
