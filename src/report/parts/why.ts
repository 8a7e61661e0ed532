import { packOf } from './totals.js';

/** Why findings of a pack matter to a customer, one sentence; a pack of the user's own may have none. */
const reasons: Readonly<Record<string, string>> = {
  preference:
    'To the customer all systems are one company: a choice given once and not honoured looks like a broken word.',
  collection: 'Each question asked again or for nothing costs patience, and people give up at the form.',
  flow: 'A change that stays in one system leaves the others with what is no longer true.',
  feedback: 'Who sends without learning what became of it repeats the same failure with the next message.',
  delivery: 'A message that does not arrive was never sent, as far as the customer can tell.',
  error:
    'An error in a message is judged by the harm it does to the person, not by how small it looks in the system.',
  source: 'What could not be read could not be judged: findings may be missing there.',
};

export const whyItMatters = (rule: string): string => reasons[packOf(rule)] ?? '';
