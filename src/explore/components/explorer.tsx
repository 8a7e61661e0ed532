import { useInput, useIsScreenReaderEnabled } from 'ink';
import { useSyncExternalStore } from 'react';
import { keysOf } from '../keys.js';
import type { Paint } from '../screen/paint.js';
import type { Session } from '../session.js';
import { Canvas } from './canvas.js';
import { Reader } from './reader.js';

interface Props {
  readonly session: Session;
  readonly paint: Paint;
}

/** The explorer in a terminal: its session's screen, and keys for the session. */
export function Explorer({ session, paint }: Props) {
  const screen = useSyncExternalStore(session.subscribe, session.screen);
  const isRead = useIsScreenReaderEnabled();
  useInput((input, key) => {
    for (const name of keysOf(input, key)) session.press(name);
  });
  return isRead ? <Reader screen={screen} /> : <Canvas screen={screen} paint={paint} />;
}
