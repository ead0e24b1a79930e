/** Asks with what the strategy is to be compared: a branch, a tag, a commit, or where this branch left another. */

import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { CommitBase, currentFolder, SavedBase, type Base } from './base.ts';
import { gitApi, type Branch, type Repository } from './git-api.ts';

/** undefined where the user went away, or nothing is there to compare with. */
export async function chooseBase(): Promise<Base | undefined> {
  const document = window.activeTextEditor?.document.uri;
  const folder = currentFolder(document);
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t('Open the folder of a strategy to review its changes.'));
    return undefined;
  }
  const api = await gitApi();
  const repository = api?.getRepository(folder) ?? null;
  if (api === null || repository === null) {
    const where = api === null ? l10n.t('There is no git here') : l10n.t('This folder is in no git repository');
    void window.showInformationMessage(l10n.t('{0}, so no earlier state is known: the review shows what was typed since the files were saved.', where));
    return new SavedBase(l10n.t('what is saved'), folder);
  }
  const picked = await pick(repository);
  return picked?.revision === undefined ? undefined : new CommitBase(api, repository, picked.revision, picked.direct === true);
}

type Choice = QuickPickItem & {
  /** What it is compared with, and whether with itself or with where this branch left it. */
  readonly revision?: string;
  readonly direct?: boolean;
  readonly asks?: true;
};

async function pick(repository: Repository): Promise<Choice | undefined> {
  const choices = choicesOf(repository);
  const picked = await window.showQuickPick(choices, {
    title: l10n.t('Review Changes Against…'), placeHolder: l10n.t('Compare the strategy with which state?'), matchOnDescription: true,
  });
  if (picked?.asks !== true) return picked;
  const revision = await window.showInputBox({ title: l10n.t('Review Changes Against…'), prompt: l10n.t('A commit, or any revision that git understands') });
  return revision === undefined || revision.trim() === '' ? undefined : { label: revision, revision: revision.trim(), direct: true };
}

async function choicesOf(repository: Repository): Promise<Choice[]> {
  const { HEAD: head } = repository.state;
  const [refs, commits, left] = await Promise.all([
    repository.getRefs({ sort: 'committerdate' }), repository.log({ maxEntries: 20 }).catch(() => []), leftFrom(repository, head),
  ]);
  const group = (label: string, choices: readonly Choice[]): Choice[] => (choices.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...choices]);
  const named = (types: readonly number[], icon: string): Choice[] => refs.flatMap(({ type, name, commit }) => (
    name === undefined || !types.includes(type) || name === head?.name ? [] : [{ label: `$(${icon}) ${name}`, description: commit?.slice(0, 8) ?? '', revision: name }]
  ));
  return [
    ...left === null ? [] : [{ label: `$(git-merge) ${l10n.t('Where this branch left {0}', left)}`, description: l10n.t('what its pull request would change'), revision: left }],
    { label: `$(git-commit) ${l10n.t('The last commit')}`, description: l10n.t('what is not committed yet'), revision: 'HEAD', direct: true },
    ...group(l10n.t('branches'), named([0, 1], 'git-branch')),
    ...group(l10n.t('tags'), named([2], 'tag')),
    ...group(l10n.t('commits'), commits.map(({ hash, message, authorName }) => ({
      label: `$(git-commit) ${message.split('\n', 1)[0] ?? ''}`, description: `${hash.slice(0, 8)} ${authorName ?? ''}`.trim(), revision: hash, direct: true,
    }))),
    ...group('', [{ label: l10n.t('Another commit…'), asks: true }]),
  ];
}

/** The branch that a pull request of this one would go to: as git knows, else by the upstream's remote, else by its usual names. */
async function leftFrom(repository: Repository, head: Branch | undefined): Promise<string | null> {
  const base = head?.name === undefined ? undefined : await repository.getBranchBase?.(head.name).catch(() => undefined);
  if (base?.name !== undefined) return base.remote === undefined ? base.name : base.name.startsWith(`${base.remote}/`) ? base.name : `${base.remote}/${base.name}`;
  const refs = await repository.getRefs({});
  const remote = head?.upstream?.remote ?? 'origin';
  const usual = [`${remote}/main`, `${remote}/master`, 'main', 'master'];
  return usual.find((name) => name !== head?.name && refs.some((ref) => ref.name === name)) ?? null;
}
