/** From a name to other places: definition, declaration, implementation, type definition, references, highlights, hierarchies. */

import assert from 'node:assert/strict';
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/features/call-hierarchy.ts';
import { declaration } from '../../server/features/declaration.ts';
import { definition } from '../../server/features/definition.ts';
import { documentHighlight } from '../../server/features/document-highlight.ts';
import { implementation } from '../../server/features/implementation.ts';
import { references } from '../../server/features/references.ts';
import { typeDefinition } from '../../server/features/type-definition.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from '../../server/features/type-hierarchy.ts';
import { marked, type Marked } from './marked.ts';

const at = ({ start }: Range): string => `${start.line + 1}:${start.character + 1}`;

function led(jumps: LocationLink[] | Location[]): string[] {
  return jumps.map((jump) => at('targetUri' in jump ? jump.targetSelectionRange : jump.range));
}

const everywhere = ({ snapshot, params }: Marked): string[] => (
  references(snapshot, { ...params, context: { includeDeclaration: true } }).map(({ range }) => at(range))
);

describe('references', () => {
  it('know a key result inside its objective and after the dot', () => {
    assert.deepEqual(everywhere(marked(`objective a "A" {
  kr ‸b "B" from 1 to 2
  initiative i "I" { advances b }
}
initiative j "J" { advances a.b }
`)), ['2:6', '3:31', '5:31']);
  });

  it('know the objective before the dot, even where nothing is after it', () => {
    assert.deepEqual(everywhere(marked('objective ‸a "A" { }\ninitiative j "J" { advances a.lost, a }\n')), ['1:11', '2:29', '2:37']);
  });

  it('know where a name stands that cannot', () => {
    assert.deepEqual(everywhere(marked('team ‸a "A"\ngoal g "G" { sponsor a }\n')), ['1:6', '2:22']);
  });

  it('keep a key result apart from the metric of the same name', () => {
    assert.deepEqual(everywhere(marked('metric ‸m "M" { unit % }\nobjective a "A" {\n  kr m "K" { metric m from 1% to 2% }\n  initiative i "I" { advances m }\n}\n')), ['1:8', '3:21']);
  });

  it('are none where no name stands', () => {
    assert.deepEqual(everywhere(marked('goal g "G" {‸ }\n')), []);
  });
});

describe('highlights', () => {
  it('tell the declaration from its uses, in the order of the file', () => {
    const { snapshot, params } = marked('goal g "G" { owner ann }\nperson ann "Ann"\ngoal h "H" { owner a‸nn }\n');
    assert.deepEqual(documentHighlight(snapshot, params).map(({ range, kind }) => [at(range), kind]), [['1:20', 2], ['2:8', 3], ['3:20', 2]]);
  });

  it('leave other files out', () => {
    const { snapshot, params } = marked({ 'a.strategy': 'person ann "Ann"\n', 'b.strategy': 'goal g "G" { owner a‸nn }\n' });
    assert.deepEqual(documentHighlight(snapshot, params).map(({ range }) => at(range)), ['1:20']);
  });
});

describe('jumps', () => {
  it('lead from the part before the dot to the objective, though the rest means nothing', () => {
    const { snapshot, params } = marked('objective a "A" { }\ninitiative j "J" { advances ‸a.lost }\n');
    assert.deepEqual(led(definition(snapshot, params)), ['1:11']);
  });

  it('lead from a later declaration to the first', () => {
    const { snapshot, params } = marked('goal g "G"\ngoal ‸g "Again"\n');
    assert.deepEqual(led(declaration(snapshot, params)), ['1:6']);
    assert.deepEqual(led(definition(snapshot, params)), ['2:6']);
  });

  it('lead from a goal to everything that supports it, each once', () => {
    const { snapshot, params } = marked('goal ‸g "G"\ngoal h "H" { supports g }\nobjective a "A" { supports g 40%, g }\n');
    assert.deepEqual(led(implementation(snapshot, params)), ['2:6', '3:11']);
  });

  it('lead from a metric to what it measures', () => {
    const { snapshot, params } = marked('metric ‸m "M" { unit % }\ngoal g "G" { metric m }\nobjective a "A" { kr "K" { metric m to 5% } }\n');
    assert.deepEqual(led(implementation(snapshot, params)), ['2:6', '3:22']);
  });

  it('lead from what is measured to its metric, from a person to the team', () => {
    const source = 'metric m "M" { unit % }\nteam t "T"\nperson ann "Ann" in t\nobjective a "A" {\n  kr k "K" { metric m to 5%  owner ann }\n}\n';
    const from = (name: string): string[] => {
      const { snapshot, params } = marked(source.replace(name, `‸${name}`));
      return led(typeDefinition(snapshot, params));
    };
    assert.deepEqual(from('k "K"'), ['1:8']);
    assert.deepEqual(from('ann }'), ['2:6']);
    assert.deepEqual(from('a "A"'), []);
  });

  it('are plain places for a client that takes no links', () => {
    const { snapshot, params } = marked('goal ‸g "G"\n', { definitionLinks: false });
    assert.deepEqual(definition(snapshot, params), [{ uri: 'file:///a.strategy', range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } } }]);
  });
});

describe('the call hierarchy', () => {
  const source = `goal g "G"
objective a "A" {
  supports g
  kr k "K" from 1 to 2
  initiative i "I" { }
}
objective b "B" { supports a.k 50%, a }
initiative j "J" { advances a.k }
`;
  const calls = (name: string): { incoming: string[]; outgoing: string[] } => {
    const { snapshot, params } = marked(source.replace(name, `‸${name}`));
    const [item] = prepareCallHierarchy(snapshot, params);
    assert.ok(item !== undefined, name);
    return {
      incoming: incomingCalls(snapshot, { item }).map(({ from, fromRanges }) => `${from.name} ${fromRanges.map(at).join(' ')}`),
      outgoing: outgoingCalls(snapshot, { item }).map(({ to, fromRanges }) => `${to.name} ${fromRanges.map(at).join(' ')}`),
    };
  };

  it('goes from a goal down to what supports it', () => {
    assert.deepEqual(calls('g "G"'), { incoming: ['A 3:12'], outgoing: [] });
  });

  it('counts what supports or advances a key result for its objective', () => {
    assert.deepEqual(calls('a "A"'), { incoming: ['B 7:37 7:28', 'J 8:29'], outgoing: ['G 3:12'] });
  });

  it('goes from a key result, and from work that names nothing, up to the objective', () => {
    assert.deepEqual(calls('k "K"'), { incoming: ['B 7:28', 'J 8:29'], outgoing: ['A 4:6'] });
    assert.deepEqual(calls('i "I"'), { incoming: [], outgoing: ['A 5:14'] });
  });

  it('has no place for people', () => {
    const { snapshot, params } = marked('person ‸ann "Ann"\n');
    assert.deepEqual(prepareCallHierarchy(snapshot, params), []);
  });

  it('finds an item again that has moved since, and nothing of one that is gone', () => {
    const before = marked('goal ‸g "G"\nobjective a "A" { supports g }\n');
    const [item] = prepareCallHierarchy(before.snapshot, before.params);
    assert.ok(item !== undefined);
    const moved = marked('‸team t "T"\n\n\ngoal g "G"\nobjective a "A" { supports g }\n').snapshot;
    assert.deepEqual(incomingCalls(moved, { item }).map(({ from }) => from.name), ['A']);
    assert.deepEqual(incomingCalls(marked('‸team t "T"\n').snapshot, { item }), []);
    assert.deepEqual(incomingCalls(moved, { item: { ...item, data: { nonsense: true } } }), []);
  });
});

describe('the type hierarchy', () => {
  const source = `team all "All"
team web "Web" in all
person ann "Ann" in web
metric m "M" { unit %  drives n }
metric n "N" { unit % }
period FY 2026-01-01 .. 2026-12-31
period Q1 2026-01-01 .. 2026-03-31 in FY
`;
  const around = (name: string): { up: string[]; down: string[] } => {
    const { snapshot, params } = marked(source.replace(name, `‸${name}`));
    const [item] = prepareTypeHierarchy(snapshot, params);
    assert.ok(item !== undefined, name);
    return { up: supertypes(snapshot, { item }).map((one) => one.name), down: subtypes(snapshot, { item }).map((one) => one.name) };
  };

  it('holds teams and people', () => {
    assert.deepEqual(around('web "Web"'), { up: ['All'], down: ['Ann'] });
    assert.deepEqual(around('all "All"'), { up: [], down: ['Web'] });
  });

  it('holds metrics by what they drive', () => {
    assert.deepEqual(around('m "M"'), { up: ['N'], down: [] });
    assert.deepEqual(around('n "N"'), { up: [], down: ['M'] });
  });

  it('holds periods', () => {
    assert.deepEqual(around('FY 2026'), { up: [], down: ['Q1'] });
  });
});
