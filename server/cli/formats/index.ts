/** The formats of `check`: one file each, and one line here. */

import type { Context } from '../context.ts';
import { rulePages } from '../rule-pages.ts';
import { paintFor } from '../style.ts';
import { namesFromCheckout, renamed } from './base.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import type { CheckReport } from './report.ts';
import { sarif } from './sarif.ts';

type Write = (report: CheckReport, context: Context) => Iterable<string>;

/** Files in a report that a host attaches to a change are named as the host names them. */
function forHost(report: CheckReport, { folder, environment }: Context): CheckReport {
  return renamed(report, namesFromCheckout(folder, environment));
}

export const formats = {
  pretty: (report, { output, environment }) => pretty(report, { paint: paintFor(output.isTerminal, environment), columns: output.columns }),
  json: (report) => [json(report)],
  sarif: (report, context) => [sarif(forHost(report, context), rulePages(new Set(report.findings.map(({ code }) => code))))],
  github: (report, context) => github(forHost(report, context)),
  gitlab: (report, context) => [gitlab(forHost(report, context))],
  junit: (report) => junit(report),
} satisfies Readonly<Record<string, Write>>;

export type Format = keyof typeof formats;
