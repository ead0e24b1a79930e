/**
 * Strategies to measure with: as large as asked for, the same for the same size, and as real ones are written:
 * teams and people, metrics that drive others, goals, objectives that support what stands in other files, key
 * results of every form, check-ins. About one declaration in a hundred has a mistake.
 */

export interface StrategyFile { readonly path: string; readonly text: string }

export interface GeneratedStrategy {
  readonly files: readonly StrategyFile[];
  /** A file of 2,000 lines or a little more. */
  readonly long: StrategyFile;
}

/** Numbers that look random and are the same in every run (Mulberry32). */
class Numbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * bound);
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(values: readonly [T, ...T[]]): T {
    return values[this.below(values.length)] ?? values[0];
  }
}

const who = ['Mid-market teams', 'New customers', 'Administrators', 'Partners', 'Developers', 'Finance leads'] as const;
const what = ['start without talking to us', 'see value in their first week', 'trust what they are shown', 'renew because it pays', 'find their way alone', 'come back every day'] as const;
const change = ['More trials turn into teams', 'Time to first value falls', 'Fewer requests wait', 'Invoices are right the first time', 'Answers arrive sooner', 'More teams invite a second one'] as const;

const calendar = `strategy "Generated" {
  vision "Every company knows why it does what it does."
}

period FY26    2026-02-01 .. 2027-01-31
period FY26-Q1 2026-02-01 .. 2026-04-30 in FY26
period FY26-Q2 2026-05-01 .. 2026-07-31 in FY26
period FY26-Q3 2026-08-01 .. 2026-10-31 in FY26
period FY26-Q4 2026-11-01 .. 2027-01-31 in FY26

`;

/** Writes the declarations of one file; names end in the file's number, so that all are different. */
class FileWriter {
  readonly #file: number;
  readonly #numbers: Numbers;
  readonly #parts: string[] = [];

  constructor(file: number) {
    this.#file = file;
    this.#numbers = new Numbers(file + 1);
    if (file === 0) this.#parts.push(calendar);
  }

  get text(): string {
    return this.#parts.join('\n');
  }

  /** Some file written before this one, or this one: references lead there, so that nothing runs in circles. */
  #earlier(): number {
    return this.#numbers.below(this.#file + 1);
  }

  /** One of the three who own what stands in this file. */
  #owner(index: number): string {
    return `${(['team', 'lead', 'maker'] as const)[index % 3] ?? 'team'}-${this.#file}`;
  }

  people(): void {
    const file = this.#file;
    this.#parts.push(`team team-${file} "Team ${file}"${file === 0 ? '' : ` in team-${this.#numbers.below(file)}`}\nperson lead-${file} "Lead ${file}" in team-${file}\nperson maker-${file} "Maker ${file}" in team-${file}\n`);
  }

  /** `a` is what the goals of its file are measured by, and it drives the one of another file; the others drive `a`. */
  metric(name: string): void {
    const other = this.#numbers.below(Math.max(this.#file, 1));
    const driven = name === 'metric-a' ? (this.#file === 0 ? '' : `  drives metric-a-${other}\n`) : `  drives metric-a-${this.#file}\n`;
    this.#parts.push(`metric ${name}-${this.#file} "Share of trials that deploy (${name} ${this.#file})" {\n  unit   %\n  better up\n${driven}  now    ${10 + this.#numbers.below(8)}%\n}\n`);
  }

  goal(name: string): void {
    const numbers = this.#numbers;
    const owner = numbers.once(150) ? '' : `  owner    lead-${this.#earlier()}\n`;
    this.#parts.push(`/// Agreed by the board.
goal ${name}-${this.#file} "Win the market of ${name} ${this.#file}" {
  kind     ${numbers.pick(['business', 'growth', 'product', 'people'])}
${owner}  period   FY26
  metric   metric-a-${this.#file} from 18% to ${35 + numbers.below(40)}%
  evidence interview 2026-01-12 "14 customers: it blocks them before they see value"
}
`);
  }

  /** `goals` is the file whose goals it serves in the end: its metric is one that leads there. */
  #keyResult(name: string, objective: string, goals: number): string {
    const numbers = this.#numbers;
    const title = `${numbers.pick(change)} (${name})`;
    if (numbers.once(200)) return `  kr ${name} "${title}"\n`;
    switch (numbers.below(6)) {
      case 0: return `  kr ${name} "${title}" from 3d to 4h now 2d\n`;
      case 1: return `  kr ${name} "${title}" at least ${90 + numbers.below(9)}% now 88%\n`;
      case 2: return `  kr ${name} "${title}" keep at most 0.5% now 0.4%\n`;
      case 3: return `  kr ${name} "${title}" from 120 to ${150 + numbers.below(100)} customers now 131 customers\n`;
      case 4: return `  kr ${name} "${title}" from $1.2M to $${2 + numbers.below(3)}.5M now $1.4M\n`;
      default: return `  kr ${name} "${title}" {
    metric     ${numbers.pick(['metric-b', 'metric-c'])}-${goals} from 18% to ${30 + numbers.below(30)}%
    segment    "Those of ${objective}, ${name}"
    owner      maker-${this.#file}
    confidence 7/10
    checkin    2026-02-14 19% confidence 7/10 "The first teams are through"
    checkin    2026-02-28 2${numbers.below(9)}% confidence 8/10 "Guided setup is live for 30% of traffic"
  }
`;
    }
  }

  objective(index: number): void {
    const numbers = this.#numbers;
    const id = `objective-${this.#file}-${index}`;
    // The first serves the goals of its own file, so that what supports it leads there too.
    const within = index > 0 && numbers.once(3);
    const goals = index === 0 || within || numbers.once(2) ? this.#file : this.#earlier();
    const target = within ? `objective-${this.#file}-0.k1` : `goal-${index % 2 === 0 ? 'a' : 'b'}-${goals}`;
    const supports = index > 1 && numbers.once(100) ? '' : `  supports ${index > 1 && numbers.once(2000) ? 'nowhere' : target}\n`;
    const owner = numbers.once(150) ? '' : `  owner    ${this.#owner(index)}\n`;
    this.#parts.push(`objective ${id} "${numbers.pick(who)} ${numbers.pick(what)} ${this.#file}-${index}" {
${supports}${owner}  period   FY26-Q1
  type     ${numbers.pick(['committed', 'aspirational'])}

${['k1', 'k2', 'k3'].map((name) => this.#keyResult(name, id, goals)).join('')}
  initiative work "Guided setup ${this.#file}-${index}" {
    advances k1, k2
    owner    ${this.#owner(index + 1)}
    status   active
    period   2026-02-01 .. 2026-03-15
  }
}
`);
  }

  initiative(): void {
    this.#parts.push(`initiative bet-${this.#file} "A bet on the next year (${this.#file})" {\n  advances objective-${this.#file}-1.k2\n  owner    lead-${this.#earlier()}\n  period   FY26\n}\n`);
  }
}

/** File number `file`, of 20 declarations. */
function writeFile(file: number): StrategyFile {
  const writer = new FileWriter(file);
  writer.people();
  for (const name of ['metric-a', 'metric-b', 'metric-c']) writer.metric(name);
  for (const name of ['goal-a', 'goal-b']) writer.goal(name);
  for (let index = 0; index < 11; index += 1) writer.objective(index);
  writer.initiative();
  return { path: `area-${String(file % 20).padStart(2, '0')}/file-${String(file).padStart(5, '0')}.strategy`, text: writer.text };
}

/** A file with objectives until it has 2,000 lines. */
function writeLong(file: number): StrategyFile {
  const writer = new FileWriter(file);
  writer.people();
  for (const name of ['metric-a', 'metric-b', 'metric-c']) writer.metric(name);
  for (const name of ['goal-a', 'goal-b']) writer.goal(name);
  for (let index = 0; writer.text.split('\n').length < 2000; index += 1) writer.objective(index);
  return { path: `long/file-${String(file).padStart(5, '0')}.strategy`, text: writer.text };
}

/** `count` files of 20 declarations each, and a long one. */
export function generateStrategy(count: number): GeneratedStrategy {
  const files = Array.from({ length: count }, (_, file) => writeFile(file));
  return { files, long: writeLong(count) };
}

/** A place in the middle of a file, in the title of an objective, where a person might type. */
export function placeToType({ text }: StrategyFile): number {
  const middle = text.indexOf('\nobjective ', text.length / 2);
  return text.indexOf('"', middle) + 4;
}

/** The day by which they are judged. */
export const asOf = '2026-03-01';
