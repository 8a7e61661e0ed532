import { roles } from '../index.js';
import { type ColumnRole, guessRole } from './recognise.js';

/** Roles a column may be given. */
export const linkRoles: readonly ColumnRole[] = ['record_id', ...roles];

/** The role that is meant: by its own name, or by what people call such a column. */
export function roleOf(typed: string): ColumnRole | undefined {
  const own = linkRoles.find((role) => role === typed);
  if (own) return own;
  const { role, sureness } = guessRole(typed);
  if (sureness < 3 || role === 'never' || role === undefined) return undefined;
  return role === 'name' ? 'full_name' : role;
}
