const special = /[.+^$()|[\]\\{}]/g;

/** One step of a path: `*` and `?` stay within it. */
const stepOf = (step: string): string =>
  step.replace(special, '\\$&').replace(/\*+/g, '[^/]*').replaceAll('?', '[^/]');

/** `emails/**`, `**` + `/*.txt`, `locales/?? .yml`; a folder means everything in it. */
function expressionOf(pattern: string): RegExp {
  const steps = pattern.replace(/^\.\//, '').replace(/\/+$/, '/**').split('/');
  const parts = steps.map((step, i) => {
    const isLast = i === steps.length - 1;
    if (step === '**') return isLast ? '.*' : '(?:[^/]+/)*';
    return `${stepOf(step)}${isLast ? '' : '/'}`;
  });
  return new RegExp(`^${parts.join('')}$`, 'su');
}

/** Tells whether a path with forward slashes fits one of the patterns: `*` within a step, `**` any number of steps. */
export function createMatcher(patterns: string | readonly string[]): (path: string) => boolean {
  const expressions = [patterns].flat().map(expressionOf);
  return (path) => expressions.some((expression) => expression.test(path));
}
