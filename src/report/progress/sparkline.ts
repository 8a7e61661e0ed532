const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** Values as bars of a line of text, lowest to highest; what was not measured is a dot, and equal values stand half high. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const bar = (value: number): string =>
    high === low ? bars[3] : bars[Math.round(((value - low) / (high - low)) * (bars.length - 1))]!;
  return values.map((value) => (value === null ? '·' : bar(value))).join('');
}
