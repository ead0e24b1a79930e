import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { subcommands } from '../../server/cli/program.ts';

const guide = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8');
const program = new Command('throughline');
for (const add of subcommands) add(program, () => Promise.resolve());

/** Each way to call the command that the guide shows, in its words. */
const names = program.commands.map((command) => command.name()).join('|');
const calls = [...guide.matchAll(new RegExp(`throughline ((?:${names})\\b[^\`\\n|>&]*)`, 'g'))]
  .map((match) => (match[1] ?? '').trim().split(/ {2,}|\s/).filter((word) => word !== ''));

describe('the guide to the command', () => {
  it('shows every subcommand', () => {
    assert.deepEqual(program.commands.map((command) => command.name()).filter((name) => !calls.some(([called]) => called === name)), []);
  });

  for (const command of program.commands) {
    it(`shows every option of ${command.name()}, and none that it has not`, () => {
      const [, section = ''] = guide.split(`\n## ${command.name()}\n`);
      const shown = new Set(section.split('\n## ')[0]?.match(/--[a-z][a-z-]*/g) ?? []);
      assert.deepEqual([...shown].sort(), command.options.flatMap(({ long }) => long ?? []).sort());
    });
  }

  it('calls each subcommand with options that it has', () => {
    for (const [name = '', ...words] of calls) {
      const command = program.commands.find((one) => one.name() === name);
      const known = command?.options.map(({ long }) => long) ?? [];
      for (const word of words.filter((one) => one.startsWith('--'))) assert.ok(known.some((option) => option === word.split('=')[0]), `${name} ${word}`);
    }
  });

  it('shows every format of check', () => {
    const formats = program.commands.find((one) => one.name() === 'check')?.options.find(({ long }) => long === '--format')?.argChoices ?? [];
    assert.notEqual(formats.length, 0);
    assert.deepEqual(formats.filter((format) => !guide.includes(`\`--format ${format}\``)), []);
  });
});
