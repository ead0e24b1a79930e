/**
 * The direction of imports: an arrow only ever runs down the list in CONTRIBUTING.
 * grammar <- model <- rules, review, views, exchange <- features, cli <- server <- client (by the protocol alone).
 */

const to = (...folders) => ({ path: `^(${folders.join('|')})` });
const from = (...folders) => ({ path: `^(${folders.join('|')})` });

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    { name: 'no-dev-dependency', comment: 'What is shipped needs no development dependency.', severity: 'error', from: from('grammar/', 'server/', 'client/'), to: { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/@types/' } },
    { name: 'no-undeclared', severity: 'error', from: {}, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^vscode$' } },
    { name: 'grammar-stands-alone', severity: 'error', from: from('grammar/'), to: to('server/', 'client/') },
    { name: 'model-knows-grammar', severity: 'error', from: from('server/model/'), to: { path: '^(server|client)/', pathNot: '^server/model/' } },
    { name: 'rules-know-model', severity: 'error', from: from('server/(rules|review|views|exchange|merge)/'), to: to('server/(features|cli|workspace)/', 'server/[^/]+\\.ts', 'client/') },
    { name: 'analysis-is-pure', severity: 'error', from: from('server/analysis\\.ts'), to: to('server/(features|cli|workspace)/', 'client/') },
    { name: 'features-know-no-files', severity: 'error', from: from('server/features/'), to: to('server/cli/', 'server/(server|node|browser)\\.ts', 'client/') },
    { name: 'action-is-an-entry', comment: 'The Action calls the command; nothing calls the Action.', severity: 'error', from: { path: '^(grammar|server|client)/', pathNot: '^server/action/' }, to: to('server/action/') },
    { name: 'server-knows-no-client', severity: 'error', from: from('server/'), to: to('client/') },
    { name: 'client-speaks-the-protocol', comment: 'The client starts the server and knows nothing of the language.', severity: 'error', from: from('client/'), to: { path: '^(grammar|server)/', pathNot: '^server/(preview-|review-)?protocol\\.ts' } },
    { name: 'sources-know-no-tests', severity: 'error', from: from('grammar/', 'server/', 'client/'), to: to('test/', '\\.ci/') },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
