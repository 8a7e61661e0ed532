#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { loadProgram } from './load-program.js';

// Most code of a run is used for a moment: optimising it so early took a fifth of a short run.
setFlagsFromString('--interrupt-budget=1000000');
const args = process.argv.slice(2);
const { main } = await loadProgram(args);

process.exitCode = await main(args);
