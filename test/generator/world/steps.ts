import { routeOf } from './communications.js';
import type { Communication, World } from './types.js';

/** A station of a communication on its way to the customer. */
export interface Step {
  readonly channel: string;
  readonly ordinal: number;
  readonly system: string;
  readonly kind: string;
}

/** The stations of a communication, one line per channel. */
export const stepsOf = (world: World, message: Communication): Step[] =>
  message.channels.flatMap((channel) => {
    const gateway = routeOf(world.gateways, message.process, channel)!;
    const way = [
      [message.source, 'source'],
      [message.process, 'process'],
      [message.composer, 'composition'],
      [gateway.system, 'delivery'],
      ...(message.type.startsWith('statement') ? [['archive', 'archive']] : []),
    ] as [string, string][];
    return way.map(([system, kind], index) => ({ channel, ordinal: index + 1, system, kind }));
  });
