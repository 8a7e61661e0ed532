const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `stop` with the signal that asks to end, and nobody else: whoever stops a run would leave the terminal as it is.
 * Gives what takes that back.
 */
export function onStop(stop: (why: string) => void): () => void {
  const others = signals.map((signal) => [signal, process.listeners(signal)] as const);
  for (const signal of signals) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  return () => {
    for (const [signal, listeners] of others) {
      process.off(signal, stop);
      for (const listener of listeners) process.on(signal, listener);
    }
  };
}
