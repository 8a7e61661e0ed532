const half = 0.5;
const lnRootTau = half * Math.log(2 * Math.PI);

/** ln Γ(x) for x > 0 by Stirling's series, shifted up to where it is exact to double precision. */
function lnGamma(x: number): number {
  let shift = 1;
  let z = x;
  for (; z < 10; z += 1) shift *= z;
  const square = 1 / (z * z);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / z;
  return (z - half) * Math.log(z) - z + lnRootTau + series - (shift === 1 ? 0 : Math.log(shift));
}

/** ln of the number of ways to choose k of n. */
export const lnChoose = (n: number, k: number): number =>
  lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** −ln of the chance of `errors` or more in `sends` at this rate: the exact binomial upper tail. */
export function tail(errors: number, sends: number, rate: number): number {
  if (errors <= 0 || rate >= 1) return 0;
  const odds = rate / (1 - rate);
  const first = lnChoose(sends, errors) + errors * Math.log(rate) + (sends - errors) * Math.log1p(-rate);
  let term = 1;
  let sum = 1;
  for (let k = errors; k < sends && term > sum * 1e-15; k++) {
    term *= ((sends - k) / (k + 1)) * odds;
    sum += term;
  }
  return Math.max(0, -(first + Math.log(sum)));
}

const lnRatio = (count: number, expected: number): number =>
  count === 0 ? 0 : count * Math.log(count / expected);

/** ln of how much likelier the errors are at their own rate than at the expected one; 0 when there is no excess. */
function likelihoodRatio(errors: number, sends: number, rate: number): number {
  const expected = sends * rate;
  if (errors <= expected) return 0;
  return lnRatio(errors, expected) + lnRatio(sends - errors, sends - expected);
}

/** Below this many errors the exact tail is used: the likelihood ratio flatters small numbers. */
export const fewErrors = 20;

/** Evidence against chance, in natural units; `dispersion` tempers large counts that scatter more than they should. */
export function evidenceAgainst(errors: number, sends: number, rate: number, dispersion: number): number {
  const capped = Math.min(errors, sends);
  if (capped <= sends * rate) return 0;
  return capped < fewErrors ? tail(capped, sends, rate) : likelihoodRatio(capped, sends, rate) / dispersion;
}

/** Room for rounding, so that no bound lies below what it bounds. */
const slack = 1e-6;

/**
 * What the evidence against chance cannot exceed: the likelihood ratio by ln x ≤ x − 1, and for few errors the chance of
 * exactly so many, which is at least the likelihood ratio's by 1 / √(8 × errors).
 */
export function evidenceAtMost(errors: number, sends: number, expected: number, dispersion: number): number {
  if (expected <= 0 || expected >= sends || errors >= sends) return Number.POSITIVE_INFINITY;
  if (errors <= expected) return slack;
  const over = ((errors - expected) * (sends - errors)) / (sends - expected);
  const ratio = errors * Math.log(errors / expected) - over + slack;
  return errors < fewErrors ? ratio + half * Math.log(8 * errors) : ratio / dispersion;
}
