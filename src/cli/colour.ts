type Environment = Readonly<Record<string, string | undefined>>;

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
const isForced = (value: string | undefined): boolean => isSet(value) && value !== '0';

/**
 * Whether to colour: the option beats the environment, a non-empty NO_COLOR beats FORCE_COLOR and CLICOLOR_FORCE, and
 * without either a terminal decides. https://no-color.org
 */
export function isColoured(option: boolean | undefined, env: Environment, isTerminal: boolean): boolean {
  if (option !== undefined) return option;
  if (isSet(env.NO_COLOR)) return false;
  if (isForced(env.FORCE_COLOR) || isForced(env.CLICOLOR_FORCE)) return true;
  return isTerminal && env.TERM !== 'dumb';
}
