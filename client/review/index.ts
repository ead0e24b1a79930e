/** `Throughline: Review Changes Against…`: what changed in meaning, in a view of its own and over the text. */

import { commands, Disposable, env, l10n, window, type ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Location } from '../../server/review-protocol.ts';
import { CommitBase, type Base } from './base.ts';
import { chooseBase } from './choose-base.ts';
import { gitApi } from './git-api.ts';
import { registerLenses } from './lenses.ts';
import { openDifference } from './places.ts';
import { ReviewSession } from './session.ts';
import { OPEN_CHANGE, ReviewTree } from './tree.ts';

/** Whether a review is shown, for menus. */
const REVIEWING = 'throughline.reviewing';

export type { ReviewSession } from './session.ts';

/** Registers commands, view, lenses and marks; gives the review that they show. */
export function registerReview(context: ExtensionContext, client: BaseLanguageClient): ReviewSession {
  const session = new ReviewSession(client);
  const tree = window.createTreeView('throughline.review', { treeDataProvider: new ReviewTree(session), showCollapseAll: true });
  const start = async (base: Base | undefined): Promise<void> => {
    if (base === undefined) return;
    try {
      await window.withProgress({ location: { viewId: 'throughline.review' } }, () => session.start(base));
      await commands.executeCommand('throughline.review.focus');
    } catch (error) {
      void window.showErrorMessage(l10n.t('The strategy could not be compared with {0}: {1}', base.given, reasonOf(error)));
    }
  };
  context.subscriptions.push(
    session, tree, registerLenses(session), refreshWithGit(session),
    session.onDidChange(() => {
      const reviewed = session.current;
      void commands.executeCommand('setContext', REVIEWING, reviewed !== null);
      tree.message = reviewed?.answer.review.summary.verdict ?? '';
      tree.description = reviewed === null ? '' : l10n.t('since {0}', describe(reviewed.base));
    }),
    commands.registerCommand('throughline.review', async (revision?: string) => { await start(typeof revision === 'string' ? await named(revision) : await chooseBase()); }),
    commands.registerCommand('throughline.refreshReview', () => session.refresh()),
    commands.registerCommand('throughline.endReview', () => session.end()),
    commands.registerCommand('throughline.copyReview', async () => {
      const markdown = session.current?.answer.markdown;
      if (markdown === undefined) return;
      await env.clipboard.writeText(markdown);
      void window.setStatusBarMessage(l10n.t('The review is in the clipboard, as Markdown.'), 4000);
    }),
    commands.registerCommand(OPEN_CHANGE, async (base: Location | null, head: Location | null) => {
      if (session.current !== null) await openDifference(session.current, base, head);
    }),
  );
  return session;
}

/** The base by the name of a revision, where this branch left it: for key bindings, tasks and other extensions. */
async function named(revision: string): Promise<Base | undefined> {
  const api = await gitApi();
  const [repository] = api?.repositories ?? [];
  return api === null || repository === undefined ? chooseBase() : new CommitBase(api, repository, revision, false);
}

/** What git says on standard error, where it is git's. */
function reasonOf(error: unknown): string {
  const said: unknown = typeof error === 'object' && error !== null && 'stderr' in error ? error.stderr : '';
  const text = typeof said === 'string' && said.trim() !== '' ? said : error instanceof Error ? error.message : String(error);
  return text.trim().split('\n', 1)[0] ?? '';
}

function describe({ given, commit }: Base): string {
  return commit === null || commit.startsWith(given) ? given : `${given} (${commit.slice(0, 8)})`;
}

/** What git holds changes with a commit, a checkout, a fetch: the base is read anew then. */
function refreshWithGit(session: ReviewSession): Disposable {
  const listening: Disposable[] = [];
  let head = '';
  void gitApi().then((api) => {
    for (const repository of api?.repositories ?? []) {
      listening.push(repository.state.onDidChange(() => {
        const now = repository.state.HEAD?.commit ?? '';
        if (now === head) return;
        head = now;
        // An error shows in the next comparison that is asked for.
        session.refresh().catch(() => undefined);
      }));
    }
  });
  return new Disposable(() => { for (const one of listening) one.dispose(); });
}
