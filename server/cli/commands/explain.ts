/** `throughline explain`: a rule's page. */

import type { Command } from 'commander';
import { articleCodes } from '../../rules/articles.ts';
import { rules } from '../../rules/index.ts';
import { NamesByLength, NearestNames } from '../../rules/nearest.ts';
import { pageOf } from '../../rules/page.ts';
import type { Context, ExitStatus } from '../context.ts';
import type { Run } from '../program.ts';
import { shown } from '../../model/shown.ts';
import { paintFor } from '../style.ts';

const NAMES_SUGGESTED = 3;
/** Below this a part of a name says too little. */
const SHORTEST_PART = 3;

/** Adds the subcommand. */
export function addExplain(program: Command, run: Run): void {
  program.command('explain')
    .summary('a rule\'s page')
    .description([
      'Prints the page of a rule: what it finds, why that matters, examples, and how to change or silence it. The name of the rule',
      'stands with each finding. Without one, all rules are listed.',
    ].join(' '))
    .argument('[RULE]', 'the name of a rule, such as unaligned-objective; syntax and settings have pages too')
    .action(async (code: string | undefined) => {
      await run((context) => (code === undefined ? list(context) : explain(context, code)));
    });
}

async function explain({ output, environment }: Context, code: string): Promise<ExitStatus> {
  const page = pageOf(code);
  if (page === null) {
    const near = nearest(code);
    const advice = near.length === 0 ? '`throughline explain` lists the rules' : `did you mean ${near.join(' or ')}?`;
    output.complain(`there is no rule '${shown(code)}'; ${advice}`);
    return 2;
  }
  const paint = paintFor(output.isTerminal, environment);
  await output.write(page.replace(/^#+ .*$/gm, (heading) => paint(heading, 'bold')));
  return 0;
}

/** The names nearest to a mistyped one; where none is, those that it is a part of. */
function nearest(code: string): readonly string[] {
  const near = new NearestNames([new NamesByLength(articleCodes)]).find(code, NAMES_SUGGESTED);
  if (near.length > 0 || code.length < SHORTEST_PART) return near;
  return articleCodes.filter((known) => known.includes(code.toLowerCase())).slice(0, NAMES_SUGGESTED);
}

/** Every rule with its severity and title, by group. */
async function list({ output, environment }: Context): Promise<ExitStatus> {
  const paint = paintFor(output.isTerminal, environment);
  const width = Math.max(...rules.map(({ code }) => code.length));
  const lines: string[] = [];
  let last: string | null = null;
  for (const { code, group, severity, title } of rules) {
    if (group !== last) lines.push(...last === null ? [] : [''], paint(group, 'bold'));
    last = group;
    lines.push(`  ${code.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${title}`);
  }
  lines.push('', 'syntax (text that cannot be read) and settings (what is wrong in throughline.json) have pages too.');
  await output.write(lines.map((line) => `${line}\n`).join(''));
  return 0;
}
