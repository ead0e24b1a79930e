/** `throughline explain`: a rule's page. */

import type { Command } from 'commander';
import { nearestNames } from '../../rules/nearest.ts';
import type { Context, ExitStatus } from '../context.ts';
import type { Run } from '../program.ts';
import { rulePages } from '../rule-pages.ts';
import { shown } from '../shown.ts';
import { paintFor } from '../style.ts';

const NAMES_SUGGESTED = 3;

export function addExplain(program: Command, run: Run): void {
  program.command('explain')
    .summary('a rule\'s page')
    .description(`Prints the page of a rule: what it finds, why that matters, examples, and how to change or silence it. The name of
the rule stands with each finding. Without one, all rules are listed.`)
    .argument('[RULE]', 'the name of a rule, such as unaligned-objective; syntax and settings have pages too')
    .action(async (code: string | undefined) => {
      await run((context) => (code === undefined ? list(context) : explain(context, code)));
    });
}

async function explain({ output, environment }: Context, code: string): Promise<ExitStatus> {
  const pages = rulePages();
  const page = pages.find((candidate) => candidate.code === code);
  if (page === undefined) {
    const near = nearestNames(code, pages.map((candidate) => candidate.code), NAMES_SUGGESTED);
    const advice = near.length === 0 ? '`throughline explain` lists the rules' : `did you mean ${near.join(' or ')}?`;
    output.complain(`there is no rule '${shown(code)}'; ${advice}`);
    return 2;
  }
  const paint = paintFor(output.isTerminal, environment);
  await output.write(page.markdown.replace(/^#+ .*$/gm, (heading) => paint(heading, 'bold')));
  return 0;
}

async function list({ output, environment }: Context): Promise<ExitStatus> {
  const paint = paintFor(output.isTerminal, environment);
  const pages = rulePages();
  const width = Math.max(...pages.map(({ code }) => code.length));
  let group = '';
  for (const page of pages) {
    if (page.group !== group) {
      await output.write(`${group === '' ? '' : '\n'}${paint(page.group, 'bold')}\n`);
      group = page.group;
    }
    await output.write(`  ${page.code.padEnd(width)}  ${page.severity.padEnd('warning'.length)}  ${page.title}\n`);
  }
  return 0;
}
