/** All other ways to write what stands there: a new one is a file of its own and a line here. */

import { body } from './body.ts';
import { told } from './change-told.ts';
import { extractMetric } from './extract-metric.ts';
import { move } from './move.ts';
import { liftOwner } from './owner.ts';
import type { Refactoring } from './refactoring.ts';
import { sort } from './sort.ts';

export const REFACTORINGS: readonly Refactoring[] = [extractMetric, body, told, liftOwner, move, sort];
