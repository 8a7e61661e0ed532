import { loadProgram } from './load-program.js';

// The second thread of the gate.
const { helpGate } = await loadProgram([]);

await helpGate();
