import type { Query, Row } from '../../../store/store.js';

/** A vendor that has carried messages of a communication. */
export interface Carrier extends Row {
  readonly communication_id: string;
  readonly vendor: string;
}

/** Vendors by the communications they were seen to carry. */
export const readCarriers = (store: Query): Promise<Carrier[]> =>
  store.all<Carrier>(
    `SELECT DISTINCT communication_id, vendor FROM std_sends
     WHERE communication_id IS NOT NULL AND vendor IS NOT NULL ORDER BY communication_id, vendor`,
  );
