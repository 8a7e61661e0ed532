import type { Check } from '../../check.js';
import { duplicateSiloTemplate } from './duplicate-silo-template.js';
import { orphanTemplate } from './orphan-template.js';

export const lifecycleChecks: Readonly<Record<string, Check>> = {
  'lifecycle/duplicate-silo-template': duplicateSiloTemplate,
  'lifecycle/orphan-template': orphanTemplate,
};
