import js from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** What runs in Node alone; everything else also runs in a web worker. */
const nodeOnly = ['server/node.ts', 'server/action/**', 'server/cli/**', 'server/workspace/node-*.ts', 'client/node.ts', 'client/node/**', 'test/**', 'samples/**', '.ci/**'];

export default tseslint.config(
  {
    ignores: [
      'dist/', 'node_modules/', 'coverage/', '.vscode-test/', '.github/action/',
      'test/vscode/host/', 'test/vscode/artifacts/', 'test/bench/node_modules/', 'test/bench/langium/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { jsdoc },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'curly': ['error', 'multi-line'],
      'eqeqeq': 'error',
      // It would have `value?.unit == null` where null and undefined are told apart.
      '@typescript-eslint/prefer-optional-chain': 'off',
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // An asynchronous interface may have an answer that needs no waiting.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'jsdoc/check-tag-names': ['error', { typed: true }],
      'jsdoc/require-description': ['error', { contexts: ['FunctionDeclaration'] }],
      'jsdoc/require-jsdoc': ['error', { publicOnly: true, enableFixer: false, require: { FunctionDeclaration: true } }],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: nodeOnly,
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'This runs in a web worker too.' }] }],
      'no-restricted-globals': ['error', ...['process', 'Buffer', '__dirname', '__filename', 'require', 'setImmediate'].map((name) => ({ name, message: 'This runs in a web worker too.' }))],
    },
  },
  {
    files: ['server/cli/**', '.ci/**', 'test/**', 'samples/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: { 'jsdoc/require-jsdoc': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: { globals: { module: 'readonly', process: 'readonly', console: 'readonly', fetch: 'readonly' } },
  },
);
