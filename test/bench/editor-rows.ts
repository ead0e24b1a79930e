/** An edit as an editor has it, beside yaml-language-server: both real processes, spoken to by the protocol. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFile } from '../../grammar/parse.ts';
import { asData, asYaml, schema } from './data.ts';
import { timeEditor, type EditorCase, type EditorTimes } from './editor.ts';
import { asOf, generateStrategy, placeToType } from './strategies.ts';
import { median, milliseconds, quantile, row, type Row } from './table.ts';

const here = import.meta.dirname;

export async function editorRows(scratch: string, edits: number): Promise<Row[]> {
  const { long } = generateStrategy(1);
  const folder = join(scratch, 'editor');
  await mkdir(folder, { recursive: true });
  const { files: [company] } = generateStrategy(1);
  await writeFile(join(folder, 'throughline.json'), JSON.stringify({ asOf }));
  await writeFile(join(folder, 'company.strategy'), company?.text ?? '');
  await writeFile(join(folder, 'long.strategy'), long.text);
  const yaml = asYaml(asData(parseFile(long.text)));
  await writeFile(join(folder, 'long.yaml'), yaml);
  await writeFile(join(folder, 'schema.json'), JSON.stringify(schema));
  const yamlPlace = yaml.indexOf('declaration: objective', yaml.length / 2) + 'declaration: '.length;
  const own: EditorCase = {
    server: [join(here, '../../dist/cli.js'), 'lsp', '--stdio'],
    folder,
    document: { path: join(folder, 'long.strategy'), languageId: 'strategy', text: long.text },
    offset: long.text.lastIndexOf('\n', placeToType(long)) + 1,
    typed: '? ',
    settings: {},
  };
  const rival: EditorCase = {
    server: [join(here, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    folder,
    document: { path: join(folder, 'long.yaml'), languageId: 'yaml', text: yaml },
    offset: yamlPlace,
    typed: 'x',
    settings: { yaml: { validate: true, schemas: { [`file://${join(folder, 'schema.json')}`]: '*.yaml' }, schemaStore: { enable: false } } },
  };
  const starts: [EditorTimes[], EditorTimes[]] = [[], []];
  for (let run = 0; run < 3; run += 1) {
    starts[0].push(await timeEditor(own, edits));
    starts[1].push(await timeEditor(rival, edits));
  }
  const [ours, theirs] = starts;
  const all = (times: readonly EditorTimes[]): number[] => times.flatMap((time) => time.edits);
  return [
    row('edit to findings by LSP, 2,000 lines (yaml-language-server)', median(all(ours)), median(all(theirs)), milliseconds, '10x'),
    row('  p99', quantile(all(ours), 0.99), quantile(all(theirs), 0.99), milliseconds, ''),
    row('start of the server to first findings (yaml-language-server)', median(ours.map(({ start }) => start)), median(theirs.map(({ start }) => start)), milliseconds, 'over 1x'),
  ];
}
