/** `throughline lsp`: the language server, for any editor. */

import type { Command } from 'commander';
import { UsageError } from '../output.ts';
import type { Run } from '../program.ts';

/** Adds the subcommand. */
export function addLsp(program: Command, run: Run): void {
  program.command('lsp')
    .summary('the language server, for any editor')
    .description([
      'Runs the language server, which an editor starts by itself: it speaks the Language Server Protocol on standard input and',
      'output. VS Code needs nothing of this; the extension brings the server along.',
    ].join(' '))
    .option('--stdio', 'speak on standard input and output')
    .action(async ({ stdio = false }: { readonly stdio?: boolean }) => {
      await run(async () => {
        if (!stdio) throw new UsageError('write `throughline lsp --stdio`; the language server speaks on standard input and output alone');
        const { startServer } = await import('../../node.ts');
        await startServer();
        return 0;
      });
    });
}
