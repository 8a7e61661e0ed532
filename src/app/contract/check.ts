import { gapsOf } from '../../gate/contract-gaps.js';
import { stalenessOf } from '../../gate/staleness.js';
import { renderContractCheck } from '../../report/contract.js';
import { readContract } from '../gate/read-contract.js';

/** What is to be said of a contract on a day; `today` is YYYY-MM-DD. */
export async function checkContract(
  file: string,
  today: string,
): Promise<{ readonly text: string; readonly isStale: boolean }> {
  const { contract } = (await readContract('.', file, true))!;
  const days = stalenessOf(contract, today);
  const stale =
    days === undefined ? '' : `It is stale since ${contract.valid_until.slice(0, 10)}: export it again.`;
  return {
    text: renderContractCheck(file, contract, { stale, gaps: gapsOf(contract) }),
    isStale: stale !== '',
  };
}
