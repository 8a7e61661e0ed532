import { type Trace, traceSchema } from '../../model/trace.js';
import { toJsonText } from '../json.js';

export { renderTraceTerminal } from './terminal.js';

/** One customer for machines. */
export const renderTraceJson = (trace: Trace): string => toJsonText(traceSchema.parse(trace));
