/**
 * The rival: the same language built with Langium, with an index, scoping and five checks of its own.
 *
 * It is written to be fast where Langium leaves one the choice: names are found in one map instead of a scope
 * that is filled anew after every change, only declarations that can be referred to are exported, alignment is
 * worked out once per build. What Langium itself decides (a changed file is parsed whole, whoever refers to it
 * is linked and validated again) is left as it is. Checks run in the files that Langium builds; a file that
 * depends on the change through others is not judged again, which spares it work that the language asks for.
 */

import {
  AstUtils, DefaultIndexManager, DefaultScopeComputation, DefaultScopeProvider, EMPTY_SCOPE, EmptyFileSystem, MultiMap, URI, WorkspaceCache,
  createDefaultCoreModule, createDefaultSharedCoreModule, inject,
  type AstNode, type AstNodeDescription, type LangiumCoreServices, type LangiumDocument, type LangiumSharedCoreServices, type ReferenceInfo,
  type Scope, type ValidationAcceptor,
} from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../contender.ts';
import {
  isGoal, isHeader, isKeyResult, isObjective, type Declaration, type Goal, type KeyResult, type Model, type Objective, type StrategyAstType, type Work,
} from './generated/ast.ts';
import { StrategyGeneratedModule, StrategyGeneratedSharedModule } from './generated/module.ts';

/** Exported names, found without filling a scope. */
class NameIndex extends DefaultIndexManager {
  readonly #byName = new Map<string, AstNodeDescription[]>();

  named(name: string): readonly AstNodeDescription[] {
    return this.#byName.get(name) ?? [];
  }

  override removeContent(uri: URI): void {
    for (const description of this.symbolIndex.get(uri.toString()) ?? []) {
      const all = this.#byName.get(description.name);
      if (all === undefined) continue;
      const rest = all.filter((other) => other !== description);
      if (rest.length === 0) this.#byName.delete(description.name);
      else this.#byName.set(description.name, rest);
    }
    super.removeContent(uri);
  }

  override async updateContent(document: LangiumDocument): Promise<void> {
    await super.updateContent(document);
    for (const description of this.symbolIndex.get(document.uri.toString()) ?? []) {
      const all = this.#byName.get(description.name);
      if (all === undefined) this.#byName.set(description.name, [description]);
      else all.push(description);
    }
  }
}

class StrategyScopeComputation extends DefaultScopeComputation {
  /** Top-level names, and what stands in an objective by its qualified name. */
  override collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const exported: AstNodeDescription[] = [];
    const add = (node: AstNode, name: string): void => { exported.push(this.descriptions.createDescription(node, name, document)); };
    for (const declaration of (document.parseResult.value as Model).declarations) {
      if (isHeader(declaration)) continue;
      add(declaration, declaration.name);
      if (!isObjective(declaration)) continue;
      for (const child of [...declaration.keyResults, ...declaration.initiatives]) {
        if (child.name !== undefined) add(child, `${declaration.name}.${child.name}`);
      }
    }
    return Promise.resolve(exported);
  }

  /** What stands in an objective, by its own name within it. */
  override collectLocalSymbols(document: LangiumDocument): Promise<MultiMap<AstNode, AstNodeDescription>> {
    const local = new MultiMap<AstNode, AstNodeDescription>();
    for (const declaration of (document.parseResult.value as Model).declarations) {
      if (!isObjective(declaration)) continue;
      for (const child of [...declaration.keyResults, ...declaration.initiatives]) {
        if (child.name !== undefined) local.add(declaration, this.descriptions.createDescription(child, child.name, document));
      }
    }
    return Promise.resolve(local);
  }
}

class StrategyScopeProvider extends DefaultScopeProvider {
  readonly #index: NameIndex;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.#index = services.shared.workspace.IndexManager as NameIndex;
  }

  override getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    const fits = (description: AstNodeDescription): boolean => this.reflection.isSubtype(description.type, type);
    const objective = AstUtils.getContainerOfType(context.container, isObjective);
    const local = objective === undefined ? undefined : AstUtils.getDocument(objective).localSymbols?.getStream(objective);
    const find = (name: string): AstNodeDescription | undefined =>
      local?.find((description) => description.name === name && fits(description)) ?? this.#index.named(name).find(fits);
    return {
      getElement: find,
      getElements: (name) => EMPTY_SCOPE.getElements(name),
      getAllElements: () => EMPTY_SCOPE.getAllElements(),
    };
  }
}

const closed = (work: Work): boolean => work.status?.value === 'done' || work.status?.value === 'dropped';
const judged = (work: Work): boolean => work.status === undefined || work.status.value === 'active';

type Alignment = 'aligned' | 'unaligned' | 'unknown';

class Checks {
  readonly #index: NameIndex;
  readonly #alignment: WorkspaceCache<Objective | Goal, Alignment>;

  constructor(services: LangiumCoreServices) {
    this.#index = services.shared.workspace.IndexManager as NameIndex;
    this.#alignment = new WorkspaceCache(services.shared);
  }

  /** Whether a path of `supports` leads to a goal that is not dropped. */
  align(from: Objective | Goal): Alignment {
    const known = this.#alignment.get(from);
    if (known !== undefined) return known;
    if (isGoal(from) && from.status?.value !== 'dropped') return 'aligned';
    this.#alignment.set(from, 'unknown');
    let result: Alignment = 'unaligned';
    const targets = isGoal(from) ? from.supports : from.supports.map((support) => support.target);
    for (const target of targets) {
      const node = target.ref;
      const next = node === undefined ? 'unknown' : this.align(isKeyResult(node) ? node.$container as Objective : node);
      if (next === 'aligned') {
        result = next;
        break;
      }
      if (next === 'unknown') result = next;
    }
    this.#alignment.set(from, result);
    return result;
  }

  duplicateName = (model: Model, accept: ValidationAcceptor): void => {
    for (const declaration of model.declarations) {
      if (isHeader(declaration)) continue;
      const others = this.#index.named(declaration.name);
      if (others.length > 1 && others.some((other) => this.#before(other, declaration))) {
        accept('error', `'${declaration.name}' is declared more than once.`, { node: declaration, property: 'name', code: 'duplicate-name' });
      }
      if (isObjective(declaration)) this.#duplicatesIn(declaration, accept);
    }
  };

  #before(other: AstNodeDescription, declaration: Declaration): boolean {
    const uri = AstUtils.getDocument(declaration).uri.toString();
    const otherUri = other.documentUri.toString();
    if (otherUri !== uri) return otherUri < uri;
    return (other.nameSegment?.offset ?? 0) < (declaration.$cstNode?.offset ?? 0);
  }

  #duplicatesIn(objective: Objective, accept: ValidationAcceptor): void {
    const seen = new Set<string>();
    for (const child of [...objective.keyResults, ...objective.initiatives]) {
      if (child.name === undefined) continue;
      if (seen.has(child.name)) accept('error', `'${child.name}' is declared more than once.`, { node: child, property: 'name', code: 'duplicate-name' });
      seen.add(child.name);
    }
  }

  unalignedObjective = (objective: Objective, accept: ValidationAcceptor): void => {
    if (!judged(objective) || this.align(objective) !== 'unaligned') return;
    accept('error', `Objective '${objective.title}' (${objective.name}) supports no goal.`, { node: objective, property: 'name', code: 'unaligned-objective' });
  };

  unmeasuredKeyResult = (keyResult: KeyResult, accept: ValidationAcceptor): void => {
    if (!judged(keyResult.$container as Objective) || !judged(keyResult)) return;
    if (keyResult.measure !== undefined || keyResult.metrics.some((use) => use.measure !== undefined)) return;
    accept('error', `Key result '${keyResult.title}' has no measure.`, { node: keyResult, property: keyResult.name === undefined ? 'title' : 'name', code: 'unmeasured-key-result' });
  };

  missingOwner = (work: Goal | Objective, accept: ValidationAcceptor): void => {
    if (!judged(work) || work.owners.length > 0) return;
    if (isObjective(work)) {
      const open = work.keyResults.filter((keyResult) => !closed(keyResult));
      if (open.length > 0 && open.every((keyResult) => keyResult.owners.length > 0)) return;
    }
    accept('error', `'${work.title}' (${work.name}) has no owner.`, { node: work, property: 'name', code: 'missing-owner' });
  };
}

export interface Twin {
  /** Builds a workspace from nothing. */
  load(files: readonly { readonly path: string; readonly text: string }[]): Promise<void>;
  /** An open document's new text; resolves when its findings and those of the files built with it are there. */
  change(path: string, text: string): Promise<readonly Finding[]>;
  findings(): readonly Finding[];
  textOf(path: string): string;
}

const uriOf = (path: string): URI => URI.parse(`file:///strategy/${path}`);

/** The rule's name for what Langium itself finds. */
function nameOf(code: string | number | undefined, message: string): string {
  if (code === 'linking-error') return 'unknown-reference';
  return code === undefined || code === 'parsing-error' || code === 'lexing-error' ? `syntax: ${message}` : String(code);
}

function findingsOf(document: LangiumDocument): Finding[] {
  return (document.diagnostics ?? []).map(({ range, code, data, message }) => ({
    file: document.uri.path.slice('/strategy/'.length),
    line: range.start.line,
    code: nameOf(code ?? (data as { readonly code?: string } | undefined)?.code, String(message)),
  }));
}

/** Makes an empty workspace. */
export function createTwin(): Twin {
  const open = new Map<string, TextDocument>();
  const textDocuments = {
    get: (uri: string | URI) => open.get(uri.toString()),
    set: (document: TextDocument) => { open.set(document.uri, document); },
    delete: (uri: string | URI) => { open.delete(uri.toString()); },
    keys: () => open.keys(),
  };
  const shared: LangiumSharedCoreServices = inject(createDefaultSharedCoreModule(EmptyFileSystem), StrategyGeneratedSharedModule, {
    workspace: {
      IndexManager: (services: LangiumSharedCoreServices) => new NameIndex(services),
      TextDocuments: () => textDocuments,
    },
  });
  const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), StrategyGeneratedModule, {
    references: {
      ScopeComputation: (all: LangiumCoreServices) => new StrategyScopeComputation(all),
      ScopeProvider: (all: LangiumCoreServices) => new StrategyScopeProvider(all),
    },
  });
  shared.ServiceRegistry.register(services);
  const checks = new Checks(services);
  services.validation.ValidationRegistry.register<StrategyAstType>({
    Model: checks.duplicateName,
    Objective: [checks.unalignedObjective, checks.missingOwner],
    Goal: checks.missingOwner,
    KeyResult: checks.unmeasuredKeyResult,
  });
  const { DocumentBuilder: builder, LangiumDocuments: documents, LangiumDocumentFactory: factory } = shared.workspace;
  builder.updateBuildOptions = { validation: true };
  let version = 1;
  return {
    async load(files) {
      const loaded = files.map(({ path, text }) => factory.fromString(text, uriOf(path)));
      for (const document of loaded) documents.addDocument(document);
      await builder.build(loaded, { validation: true });
    },
    async change(path, text) {
      const uri = uriOf(path);
      version += 1;
      textDocuments.set(TextDocument.create(uri.toString(), 'strategy', version, text));
      await builder.update([uri], []);
      const document = documents.getDocument(uri);
      return document === undefined ? [] : findingsOf(document);
    },
    findings: () => documents.all.toArray().flatMap(findingsOf),
    textOf: (path) => documents.getDocument(uriOf(path))?.textDocument.getText() ?? '',
  };
}

