/**
 * The seed of properties (fast-check). In CI all runs of a commit look at the same cases, so that what fails is the
 * change's doing; on a contributor's machine each run looks at others. `PROPERTY_SEED=N` repeats a run.
 */

import fc from 'fast-check';

const asked = process.env.PROPERTY_SEED ?? (process.env.CI === 'true' ? '20260301' : '');
if (asked !== '') fc.configureGlobal({ seed: Number(asked) });
