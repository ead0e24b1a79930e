/** `throughline review`: what changed, in meaning. */

import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { dayOfMoment, type Day } from '../../../grammar/calendar.ts';
import { readAcceptances, reasonsOf, unusedAcceptances, type Acceptance } from '../../review/accepted.ts';
import { FAIL_ON, hasFailed, type FailOn } from '../../review/failing.ts';
import { decode } from '../../workspace/decode.ts';
import { systemReason } from '../../workspace/node-file-system.ts';
import { dayArgument } from '../arguments.ts';
import type { Context, ExitStatus } from '../context.ts';
import { problemLine, UsageError } from '../output.ts';
import type { Run } from '../program.ts';
import { Progress } from '../progress.ts';
import { reviewFormats, type ReviewFormat } from '../review/formats.ts';
import { reviewOf, type Reviewed, type ReviewProgress } from '../review/review-of.ts';

interface ReviewOptions {
  readonly format: ReviewFormat;
  readonly failOn: FailOn;
  readonly accept?: string;
  readonly direct?: boolean;
  readonly asOf?: Day;
}

/** Adds the subcommand. */
export function addReview(program: Command, run: Run): void {
  program.command('review')
    .summary('what changed, in meaning')
    .description([
      'Compares two states of a strategy by meaning, not by lines: which targets were lowered, which objectives stopped serving a',
      'goal, which check-ins were rewritten, whose dates slipped. Moved and reformatted text is no change.\n\n'
      + 'BASE and HEAD are revisions of git (main, v1.2, a commit), and BASE..HEAD and BASE...HEAD work too; without HEAD the files as',
      'they are now are compared. What others merged into BASE meanwhile is left out, as in a pull request. BASE and HEAD may also be',
      'two folders.',
    ].join(' '))
    .argument('<BASE>', 'the state before: a branch, a tag, a commit, or a folder')
    .argument('[HEAD]', 'the state after (the files as they are now without one)')
    .addOption(new Option('--format <FORMAT>', 'how the review is written').choices(Object.keys(reviewFormats)).default('pretty'))
    .addOption(new Option('--fail-on <RISK>', 'fail (status 1) where something has this risk or a higher one').choices(FAIL_ON).default('none'))
    .option('--accept <FILE>', 'changes that are accepted, as lines FINGERPRINT reason; - reads them from standard input')
    .option('--direct', 'compare BASE itself, and not the point where HEAD left it')
    .option('--as-of <DATE>', 'judge both sides as of this day, such as 2026-03-31', dayArgument)
    .addHelpText('after', `
Exit status: 0 nothing at or above --fail-on; 1 something is, or not all of it could be compared; 2 nothing could be compared.

Examples:
  throughline review main                          what I changed since I left main
  throughline review main --fail-on high           fail where a promise is weakened
  throughline review v1.0 v2.0 --format markdown   a report from one release to the next
  throughline review ../before ../after            two folders`)
    .action(async (base: string, head: string | undefined, options: ReviewOptions) => {
      await run((context) => review(context, base, head ?? null, options));
    });
}

async function review(context: Context, base: string, head: string | null, options: ReviewOptions): Promise<ExitStatus> {
  const { format, failOn, direct = false, accept, asOf = null } = options;
  const acceptances = accept === undefined ? [] : await acceptancesFrom(context, accept);
  const reviewed = await withProgress(context, (progress) => reviewOf(
    context, { base, head, direct }, { asOf, today: dayOfMoment(context.now), accepted: reasonsOf(acceptances) }, progress,
  ));
  for (const { line, fingerprint } of unusedAcceptances(acceptances, reviewed.review)) {
    context.output.complainOf({ file: `${nameOfInput(accept)}:${line}`, reason: `${fingerprint} accepts no change of this review` });
  }
  await context.output.writeAll(reviewFormats[format]({ ...reviewed, failOn }, context));
  return hasFailed(reviewed.review, failOn) ? 1 : 0;
}

/** Shows on a terminal how far a long review is. */
async function withProgress(context: Context, work: (progress: ReviewProgress) => Promise<Reviewed>): Promise<Reviewed> {
  const progress = new Progress(context.output);
  progress.begin('Reading');
  try {
    return await work({ onFile: () => { progress.step(); }, onComparing: () => { progress.begin('Comparing'); } });
  } finally {
    progress.clear();
  }
}

function nameOfInput(accept: string | undefined): string {
  return accept === undefined || accept === '-' ? 'standard input' : accept;
}

async function acceptancesFrom(context: Context, file: string): Promise<readonly Acceptance[]> {
  const decoded = decode(file === '-' ? await readInput(context.input) : await readBytes(context, file));
  if (!decoded.ok) throw new UsageError(problemLine({ file: nameOfInput(file), reason: decoded.reason }));
  const { acceptances, problems } = readAcceptances(decoded.text);
  const [problem] = problems;
  if (problem !== undefined) throw new UsageError(`${nameOfInput(file)}:${problem.line}: ${problem.message}`);
  return acceptances;
}

async function readBytes({ folder }: Context, file: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, file));
  } catch (error) {
    throw new UsageError(problemLine({ file: file === '' ? '""' : file, reason: systemReason(error) }));
  }
}

async function readInput(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
