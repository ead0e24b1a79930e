/** The page of a rule, as Markdown: `docs/rules/CODE.md` and what `throughline explain CODE` prints. */

import { articleCodes, articleOf, type Article, type ShownExample } from './articles.ts';
import type { OptionSpec } from './rule.ts';
import { ruleNamed, rules } from './index.ts';

export { articleCodes as pageCodes };

/** The page of a code; null where there is none. Its parts stand in one order on all pages. */
export function pageOf(code: string): string | null {
  const article = articleOf(code);
  if (article === null) return null;
  const parts = [
    `# ${article.code}`,
    `**${article.title}** · ${article.group} · ${article.severity}`,
    article.summary,
    ...examplesPart('Avoid', article.bad),
    ...examplesPart('Prefer', article.good),
    '## Why it matters', oneLine(article.rationale),
    ...article.exceptions === null ? [] : ['## Exceptions', oneLine(article.exceptions)],
    '## Configuration', ...configurationPart(article),
    ...article.related.length === 0 ? [] : ['## Related', article.related.map(relatedItem).join('\n')],
    ...article.sources.length === 0 ? [] : ['## Sources', article.sources.map((source) => `- ${source}`).join('\n')],
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The table of all rules: `docs/rules/README.md`. */
export function rulesPage(): string {
  const groups = [...new Set(rules.map(({ group }) => group))];
  const tables = groups.flatMap((group) => [
    `## ${group.charAt(0).toUpperCase()}${group.slice(1)}`,
    [
      '| rule | severity | what it finds |', '|---|---|---|',
      ...rules.filter((rule) => rule.group === group).map(({ code, severity, summary }) => `| [\`${code}\`](${code}.md) | ${severity} | ${cell(summary)} |`),
    ].join('\n'),
  ]);
  return `${[
    '# Rules',
    'What Throughline finds in a strategy. Each rule has a page that says what to avoid, what to write in its place, and why; `throughline explain RULE` prints it.',
    'Two codes are no rules: [`syntax`](syntax.md), text that cannot be read, and [`settings`](settings.md), something wrong in `throughline.json`.',
    ...tables,
    '## Severities, options and silence',
    `\`throughline.json\` at the root of a strategy sets severities (\`error\`, \`warning\`, \`info\`, \`hint\`, \`off\`) and options:`,
    fenced('jsonc', '{ "rules": { "single-key-result": "off", "too-many-objectives": ["warning", { "max": 3 }] } }\n'),
    'A comment silences one finding, on its own line or the next, and says why; above the first declaration `throughline-ignore-file` silences a rule in the whole file:',
    fenced('strategy', '// throughline-ignore missing-owner: the new head of growth starts in April\n'),
    'Drafts, what is done or dropped, and what ended long ago get findings of the structure group only.',
  ].join('\n\n')}\n`;
}

function examplesPart(heading: string, examples: readonly ShownExample[]): readonly string[] {
  return [`## ${heading}`, ...examples.flatMap(examplePart)];
}

function examplePart({ title, files, findings }: ShownExample): readonly string[] {
  return [
    title,
    ...files.flatMap(({ path, language, text }) => [...path === null ? [] : [`\`${path}\``], fenced(language, text)]),
    ...findings.map(({ file, range, message }) => {
      const where = files.length === 1 ? `Line ${range.start.line + 1}` : `\`${file}\`, line ${range.start.line + 1}`;
      return `> ${where}: ${message}`;
    }),
  ];
}

function fenced(language: string, text: string): string {
  const fence = /`{3,}/.test(text) ? '````' : '```';
  return `${fence}${language}\n${text.replace(/\n+$/, '')}\n${fence}`;
}

function configurationPart(article: Article): readonly string[] {
  const { code, options, configurable, silenceable } = article;
  if (!configurable) return ['There is nothing to configure: it is always an error.'];
  const names = Object.keys(options);
  const example = names.length === 0
    ? `{ "rules": { "${code}": "${otherSeverity(article)}" } }`
    : `{ "rules": { "${code}": ["${otherSeverity(article)}", { ${Object.entries(options).map(([name, spec]) => `"${name}": ${exampleValue(spec)}`).join(', ')} }] } }`;
  return [
    'In `throughline.json`:',
    fenced('jsonc', example),
    ...names.length === 0 ? [] : [[
      '| option | default | what it does |', '|---|---|---|',
      ...Object.entries(options).map(([name, spec]) => `| \`${name}\` | ${cell(defaultText(spec))} | ${cell(spec.description)} |`),
    ].join('\n')],
    ...silenceable ? ['To silence one finding, on the line above it:', fenced('strategy', `// throughline-ignore ${code}: why this is right here`)] : [],
  ];
}

function otherSeverity({ severity }: Article): string {
  return severity === 'off' ? 'hint' : 'off';
}

function exampleValue(spec: OptionSpec): string {
  switch (spec.type) {
    case 'number': return String(spec.default);
    case 'share': return `"${percent(spec.default)}"`;
    case 'words': return `["${spec.default[0] ?? ''}"]`;
  }
}

function defaultText(spec: OptionSpec): string {
  switch (spec.type) {
    case 'number': return String(spec.default);
    case 'share': return percent(spec.default);
    case 'words': return spec.default.join(', ');
  }
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`;
}

function relatedItem(code: string): string {
  return `- [${code}](${code}.md): ${articleTitle(code)}`;
}

function articleTitle(code: string): string {
  return ruleNamed(code)?.title ?? '';
}

/** Prose is wrapped in the sources and not in Markdown, where each paragraph is a line. */
function oneLine(prose: string): string {
  return prose.split(/\n{2,}/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim()).join('\n\n');
}

function cell(text: string): string {
  return oneLine(text).replace(/\|/g, '\\|').replace(/\n+/g, ' ');
}
