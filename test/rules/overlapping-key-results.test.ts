/** `overlapping-key-results`: which key results read the same metric. */

import { COMPANY } from '../../server/rules/example-company.ts';
import { assertReports } from './reporting.ts';

function assertKeyResults(...bodies: readonly string[]): void {
  assertReports('overlapping-key-results', `${COMPANY}objective o "Objective" { supports win-midmarket owner growth period 2026-Q1
${bodies.map((body, index) => `  kr k${index} "K" { ${body} }\n`).join('')}}\n`);
}

describe('overlapping-key-results', () => {
  it('reports each but the first', () => {
    assertKeyResults('metric activation from 18% to 35%', 'metric «activation» from 18% to 35%', 'metric «activation» at least 30%');
  });

  it('counts a key result without a measure, and one with a mistake in its measure', () => {
    assertKeyResults('metric activation', 'metric «activation» from 18% to ?');
  });

  it('keeps what is to hold apart from what is to change', () => {
    assertKeyResults('metric activation from 18% to 35%', 'metric activation keep at least 15%', 'metric «activation» keep at most 90%');
  });

  it('passes over drafts and dropped ones, and lets paused and done ones count', () => {
    assertKeyResults('metric activation from 18% to 35% status draft', 'metric activation from 18% to 35% status dropped', 'metric activation from 18% to 35%');
    assertKeyResults('metric activation from 18% to 35% status done', 'metric «activation» from 18% to 35% status paused');
    assertKeyResults('metric activation from 18% to 35%', 'metric activation from 18% to 35% status done');
  });

  it('passes over a later declaration of a name, and names that mean nothing', () => {
    assertReports('overlapping-key-results', `${COMPANY}objective o "Objective" { supports win-midmarket owner growth period 2026-Q1
  kr k "K" { metric activation from 18% to 35% }
  kr k "K" { metric activation from 18% to 35% }
  kr l "L" { metric nowhere from 18% to 35% }
  kr m "M" { metric nowhere from 18% to 35% }
}
`);
  });

  it('does not guess what could not be read', () => {
    assertKeyResults('metric activation from 18% to 35%', 'metric activation keep at');
    assertKeyResults('metric activation from 18% to 35%', 'metric activation at least 35% segment');
  });
});
