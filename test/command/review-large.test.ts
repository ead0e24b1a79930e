import assert from 'node:assert/strict';
import { Repository as GitRepository } from '../../server/cli/git/repository.ts';
import { Sources } from '../../server/cli/git/sources.ts';
import { readGitStates } from '../../server/cli/git/state.ts';
import { removeFolders, SETTINGS } from './command.ts';
import { changesIn, Repository } from './repository.ts';

afterEach(removeFolders);

const FILES = 400;
const CHANGED = 20;
const goal = (index: number, title: string): string => `goal g${index} "${title} ${index}" {\n  owner team-1\n}\n\n// A note.\nteam team-${index} "Team ${index}"\n`;
const name = (index: number): string => `area-${index % 7}/goal-${index}.strategy`;

async function large(): Promise<Repository> {
  const files = Object.fromEntries(Array.from({ length: FILES }, (_, index) => [name(index), goal(index, 'Grow here as')]));
  const repository = await Repository.with({ ...files, 'throughline.json': SETTINGS, 'src/code.ts': 'const x = 1;\n', 'README.md': '# Read\n' });
  await repository.commit(Object.fromEntries(Array.from({ length: CHANGED }, (_, index) => [name(index), goal(index, 'Shrink there by')])));
  return repository;
}

describe('throughline review of a large repository', () => {
  it('reads what is the same on both sides once, and nothing that is no strategy', async () => {
    const repository = await large();
    const git = await GitRepository.open(repository.path, { PATH: process.env.PATH });
    try {
      const sides = [{ type: 'commit', commit: await git.commit('HEAD~1') }, { type: 'commit', commit: await git.commit('HEAD') }] as const;
      const [base, head] = await readGitStates(git, sides, new Sources());
      // Each file of base, the settings, and what head has otherwise.
      assert.equal(git.objects.asked, FILES + 1 + CHANGED);
      const [before, after] = [base?.roots.get('.')?.files ?? [], head?.roots.get('.')?.files ?? []];
      assert.equal(before.filter((file, index) => file === after[index]).length, FILES - CHANGED);
    } finally {
      git.close();
    }
  });

  it('reads a work tree once where it is as in base, and shares what stayed within changed files', async () => {
    const repository = await large();
    const git = await GitRepository.open(repository.path, { PATH: process.env.PATH });
    try {
      const sides = [{ type: 'commit', commit: await git.commit('HEAD~1') }, { type: 'work-tree' }] as const;
      const [base, head] = await readGitStates(git, sides, new Sources());
      assert.equal(git.objects.asked, FILES + 1);
      const [before, after] = [base?.roots.get('.')?.files ?? [], head?.roots.get('.')?.files ?? []];
      assert.equal(before.filter((file, index) => file === after[index]).length, FILES - CHANGED);
      const chunks = new Set(before.flatMap(({ tree }) => tree?.chunks.map(({ chunk }) => chunk) ?? []));
      const shared = after.flatMap(({ tree }) => tree?.chunks ?? []).filter(({ chunk }) => chunks.has(chunk)).length;
      assert.equal(shared, chunks.size - CHANGED);
    } finally {
      git.close();
    }
  });

  it('finds exactly what changed in it', async () => {
    const review = await (await large()).review(['HEAD~1', 'HEAD']);
    assert.deepEqual(changesIn(review), Array.from({ length: CHANGED }, (_, index) => `medium retitled g${index}`).sort());
    assert.deepEqual(review.findings, { introduced: [], fixed: [], silenced: [], gone: [] });
  });
});
