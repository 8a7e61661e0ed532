const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `stop` with the signal that asks to end; gives what takes that back. */
export function onStop(stop: (why: string) => void): () => void {
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
