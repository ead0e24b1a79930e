/** Random strategies and random edits of them, as people and mishaps make them: told by numbers, so that a case can be shrunk and kept. */

/** Numbers that look random and are the same for the same seed (Mulberry32). */
export class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  }

  once(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

const NAMES = {
  period: ['p1', 'p2', 'p3'], team: ['t1', 't2', 't3'], person: ['h1', 'h2'], metric: ['m1', 'm2', 'm3', 'm4'],
  goal: ['g1', 'g2', 'g3'], objective: ['o1', 'o2', 'o3', 'o4'], initiative: ['i1', 'i2'],
} as const;
type NamedKind = keyof typeof NAMES;
const KINDS: readonly [NamedKind, ...NamedKind[]] = ['period', 'team', 'person', 'metric', 'metric', 'goal', 'goal', 'objective', 'objective', 'objective', 'objective', 'initiative'];
const LOCAL = ['k1', 'k2', 'k3', 'x'] as const;

/** Text of the language, most of it sound, in which names collide and miss on purpose. */
export class Writer {
  readonly #numbers: Numbers;

  constructor(numbers: Numbers) {
    this.#numbers = numbers;
  }

  name(kind: NamedKind): string {
    const numbers = this.#numbers;
    // Sometimes a name of another kind, or of nothing.
    if (numbers.once(25)) return numbers.pick(['nothing', 't1', 'g1', 'o1', 'm1', 'k1', 'p1']);
    return numbers.pick(NAMES[kind] as readonly string[] as [string, ...string[]]);
  }

  reference(): string {
    const numbers = this.#numbers;
    switch (numbers.below(4)) {
      case 0: return this.name('goal');
      case 1: return `${this.name('objective')}.${numbers.pick(LOCAL)}`;
      default: return this.name('objective');
    }
  }

  #who(): string {
    return this.#numbers.once(2) ? this.name('team') : this.name('person');
  }

  #title(): string {
    return `"${this.#numbers.pick(['Trials deploy', 'Help teams', 'Launch it', 'Grow 20%', 'Be better', 'Same'])}"`;
  }

  #day(): string {
    const numbers = this.#numbers;
    return `202${numbers.pick(['5', '6', '6', '6', '7'])}-0${1 + numbers.below(9)}-1${numbers.below(10)}`;
  }

  #period(): string {
    const numbers = this.#numbers;
    switch (numbers.below(5)) {
      case 0: return numbers.pick(['2026-Q1', '2026-Q2', '2025-Q1', '2026', '2026-Q9']);
      case 1: return `${this.#day()} .. ${this.#day()}`;
      default: return this.name('period');
    }
  }

  #quantity(): string {
    const numbers = this.#numbers;
    return numbers.pick([`${numbers.below(100)}%`, `${numbers.below(100)}`, `$${numbers.below(9)}M`, `${numbers.below(30)}d`, `${numbers.below(50)} teams`, '?', `${numbers.below(9)}pp`]);
  }

  #measure(): string {
    const numbers = this.#numbers;
    const unit = numbers.pick(['%', '%', '', ' teams', 'd']);
    const amount = (): string => `${numbers.below(60)}${unit}`;
    const tail = `${numbers.once(3) ? ` now ${amount()}` : ''}${numbers.once(5) ? ` by ${numbers.once(2) ? this.#day() : this.#period()}` : ''}`;
    switch (numbers.below(10)) {
      case 0: return `done${numbers.once(2) ? ' now 66%' : ''}${numbers.once(2) ? ` by ${this.#day()}` : ''}`;
      case 1: return `at least ${amount()}${tail}`;
      case 2: return `keep at most ${amount()}${tail}`;
      case 3: return `between ${amount()} and ${amount()}${tail}`;
      case 4: return `to ${amount()}${tail}`;
      case 5: return `${numbers.pick(['up', 'down'])} ${amount()}${tail}`;
      case 6: return `from ${amount()} times 2${tail}`;
      default: return `from ${amount()} to ${amount()}${tail}`;
    }
  }

  #status(): string {
    return `status ${this.#numbers.pick(['draft', 'active', 'paused', 'done', 'dropped', 'drop'])}`;
  }

  #shared(): string {
    switch (this.#numbers.below(5)) {
      case 0: return this.#status();
      case 1: return `period ${this.#period()}`;
      case 2: return `link "https://example.org"`;
      default: return `owner ${this.#who()}${this.#numbers.once(4) ? `, ${this.#who()}` : ''}`;
    }
  }

  /** One property that fits a kind, more or less. */
  property(kind: NamedKind | 'kr'): string {
    const numbers = this.#numbers;
    switch (kind) {
      case 'period': case 'person': return numbers.once(2) ? 'capacity 5d' : 'role "Lead"';
      case 'team': return numbers.once(2) ? `lead ${this.name('person')}` : 'capacity 20d';
      case 'metric': return numbers.pick([
        `unit ${numbers.pick(['%', '$', 'teams', 'd', '/5'])}`, `better ${numbers.pick(['up', 'down', 'sideways'])}`,
        `drives ${this.name('metric')}${numbers.once(3) ? `, ${this.name('metric')}` : ''}`, `now ${this.#quantity()}`,
        `checkin ${this.#day()} ${this.#quantity()}`, `owner ${this.#who()}`,
      ]);
      case 'goal': return numbers.pick([
        `kind ${numbers.pick(['business', 'customer', 'other'])}`, `supports ${this.name('goal')}`, `metric ${this.name('metric')}`,
        `metric ${this.name('metric')} ${this.#measure()}`, 'evidence survey "They say so"', `sponsor ${this.name('person')}`, this.#shared(), this.#shared(),
      ]);
      case 'objective': return numbers.pick([
        `supports ${this.reference()}${numbers.once(3) ? ` ${numbers.below(120)}%` : ''}${numbers.once(3) ? `, ${this.reference()}` : ''}`,
        `supports ${this.reference()}`, `with ${this.name('team')}`, `needs ${this.reference()}`, `type ${numbers.pick(['committed', 'aspirational'])}`,
        this.#shared(), this.#shared(),
      ]);
      case 'initiative': return numbers.pick([
        `advances ${numbers.once(2) ? numbers.pick(LOCAL) : this.reference()}`, `effort ${numbers.below(30)}d`, `needs ${this.reference()}`, this.#shared(), this.#shared(),
      ]);
      case 'kr': return numbers.pick([
        `metric ${this.name('metric')} ${this.#measure()}`, `metric ${this.name('metric')}`, this.#measure(), `segment "New"`, `weight ${numbers.below(4)}`,
        `confidence ${numbers.below(12)}/10`, `checkin ${this.#day()} ${this.#quantity()} confidence ${numbers.below(11)}/10`, `needs ${this.reference()}`,
        `now ${this.#quantity()}`, `by ${this.#period()}`, this.#shared(),
      ]);
    }
  }

  #body(kind: NamedKind | 'kr', indent: string, most: number): string {
    const lines = Array.from({ length: this.#numbers.below(most + 1) }, () => `${indent}  ${this.property(kind)}\n`);
    return lines.length === 0 ? '' : ` {\n${lines.join('')}${indent}}`;
  }

  keyResult(): string {
    const numbers = this.#numbers;
    const name = numbers.once(6) ? '' : `${numbers.pick(LOCAL)} `;
    return `  kr ${name}${this.#title()}${numbers.once(2) ? ` ${this.#measure()}` : ''}${this.#body('kr', '  ', 3)}\n`;
  }

  inner(): string {
    return this.#numbers.once(4) ? `  initiative ${this.#numbers.pick(LOCAL)} "Wizard"${this.#body('initiative', '  ', 3)}\n` : this.keyResult();
  }

  declaration(kind: NamedKind | 'strategy' = this.#numbers.pick(KINDS)): string {
    const numbers = this.#numbers;
    const comment = numbers.once(8) ? `// throughline-ignore ${numbers.pick(['missing-owner', 'unaligned-objective', 'unused-declaration', 'unknown-reference'])}${numbers.once(2) ? ': so be it' : ''}\n` : numbers.once(8) ? '/// Agreed.\n' : '';
    switch (kind) {
      case 'strategy': return `${comment}strategy "All of it"\n`;
      case 'period': return `${comment}period ${this.name('period')} 2026-0${1 + numbers.below(3)}-01 .. 2026-0${numbers.below(9) + 1}-28${numbers.once(2) ? ` in ${this.name('period')}` : ''}\n`;
      case 'team': case 'person': return `${comment}${kind} ${this.name(kind)} "Somebody"${numbers.once(2) ? ` in ${this.name('team')}` : ''}${this.#body(kind, '', 2)}\n`;
      case 'objective': {
        const lines = Array.from({ length: numbers.below(4) }, () => `  ${this.property('objective')}\n`);
        const inner = Array.from({ length: numbers.below(4) }, () => this.inner());
        const name = numbers.once(20) ? '' : `${this.name('objective')} `;
        return `${comment}objective ${name}${this.#title()} {\n${lines.join('')}${inner.join('')}}\n`;
      }
      default: return `${comment}${kind} ${this.name(kind)} ${this.#title()}${this.#body(kind, '', 5)}\n`;
    }
  }

  file(declarations: number): string {
    return Array.from({ length: declarations }, () => this.declaration()).join('\n');
  }
}

/** The texts of the files by path; null for one that cannot be read. */
export type Texts = ReadonlyMap<string, string | null>;

export const PATHS: readonly [string, ...string[]] = ['a.strategy', 'b.strategy', 'c/d.strategy'];

/** A small strategy, in one to three files. */
export function randomStrategy(seed: number): Texts {
  const numbers = new Numbers(seed);
  const writer = new Writer(numbers);
  const texts = new Map<string, string | null>();
  for (const path of PATHS.slice(0, 1 + numbers.below(PATHS.length))) texts.set(path, writer.file(1 + numbers.below(7)));
  return texts;
}

/** An edit, told by numbers: which one, and what it draws on. */
export interface RandomEdit {
  readonly kind: number;
  readonly seed: number;
}

const CHARACTERS = [' ', '"', '{', '}', '\n', '.', ',', '%', 'a', 'k', '1', '9', '/', '-', 'o', '"""', '<<<<<<< ours\n'] as const;
const IDENTIFIER = /\b[a-z]+\d\b/g;

/** How many kinds of edits there are. */
export const EDIT_KINDS = 14;

/** Makes an edit; the texts after it. `before` is an earlier state, to which some edits go back. */
export function edited(texts: Texts, { kind, seed }: RandomEdit, before: Texts): Texts {
  const numbers = new Numbers(seed);
  const writer = new Writer(numbers);
  const next = new Map(texts);
  const paths = [...texts.keys()];
  const path = paths[numbers.below(paths.length)] ?? PATHS[0];
  const text = texts.get(path) ?? '';
  const put = (from: number, to: number, inserted: string): void => { next.set(path, text.slice(0, from) + inserted + text.slice(to)); };
  const offset = numbers.below(text.length + 1);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = !text.includes('\n', offset) ? text.length : text.indexOf('\n', offset) + 1;
  switch (kind % EDIT_KINDS) {
    case 0: put(offset, offset, numbers.pick(CHARACTERS)); break;
    case 1: put(offset, offset + 1 + numbers.below(40), ''); break;
    case 2: put(lineStart, lineStart, writer.declaration()); break;
    case 3: put(lineStart, lineStart, numbers.once(2) ? writer.inner() : `  ${writer.property(numbers.pick(['kr', 'objective', 'goal', 'metric']))}\n`); break;
    case 4: put(lineStart, lineEnd, ''); break;
    case 5: {
      const found = [...text.matchAll(IDENTIFIER)];
      const match = found[numbers.below(found.length)];
      if (match !== undefined) put(match.index, match.index + match[0].length, numbers.once(2) ? writer.name(numbers.pick(KINDS)) : writer.reference());
      break;
    }
    case 6: {
      const other = numbers.pick(PATHS);
      if (numbers.once(2) && next.size > 1) next.delete(other);
      else next.set(other, numbers.once(8) ? null : writer.file(1 + numbers.below(4)));
      break;
    }
    case 7: {
      // A block is moved, or put twice.
      const block = text.slice(lineStart, lineStart + 30 + numbers.below(200));
      const rest = numbers.once(2) ? text : text.slice(0, lineStart) + text.slice(lineStart + block.length);
      const at = rest.lastIndexOf('\n', numbers.below(rest.length + 1)) + 1;
      next.set(path, rest.slice(0, at) + block + rest.slice(at));
      break;
    }
    case 8: {
      const digits = [...text.matchAll(/\d/g)];
      const match = digits[numbers.below(digits.length)];
      if (match !== undefined) put(match.index, match.index + 1, String(numbers.below(10)));
      break;
    }
    case 9: next.set(path, before.get(path) ?? text); break;
    case 10: {
      const titles = [...text.matchAll(/"[^"\n]*"/g)];
      const match = titles[numbers.below(titles.length)];
      if (match !== undefined) put(match.index + 1, match.index + 1, numbers.pick(['x', 'Help ', '\\"', '20% ']));
      break;
    }
    case 11: put(offset, lineEnd - 1, ''); break;
    case 12: put(lineStart, lineStart, writer.declaration(numbers.pick(['strategy', 'period', 'goal', 'team']))); break;
    default: {
      // Typed into one word, one property: what ordinary editing is.
      const words = [...text.matchAll(/\b(?:status|supports|metric|drives|owner|period|needs)\b[^\n]*/g)];
      const match = words[numbers.below(words.length)];
      if (match !== undefined) put(match.index, match.index + match[0].length, writer.property(numbers.pick(['objective', 'goal', 'kr', 'metric', 'initiative'])));
    }
  }
  return next;
}
