/** The header of a declaration: its name, its title, its days, what it is in, and the measure of a kr. */

import { Amount, Comma, DateLike, Dot, Identifier, LeftBrace, SmartText, Text as TextToken, Unknown } from '../tokens.ts';
import type { Name, PeriodExpression, Text } from '../tree.ts';
import type { Draft } from './drafts.ts';
import { CLAUSE_WORDS } from './measures.ts';
import { PropertyParser } from './properties.ts';

const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export class HeaderParser extends PropertyParser {
  /** All that stands between a declaration's word and its `{`. */
  protected header(draft: Draft): void {
    const { header } = draft.spec;
    if (header.name !== 'none') draft.name = this.declaredName(draft);
    if (header.title === 'none') this.superfluousTitle(draft);
    if (header.range) draft.range = this.range('declaration');
    if (header.title !== 'none') draft.title = this.declaredTitle(draft);
    if (header.in.length > 0 && this.isWord('in')) draft.in = this.inClause(draft);
    if (header.measure) this.headerMeasures(draft);
  }

  private superfluousTitle(draft: Draft): void {
    const type = this.token.tokenType;
    if (type !== TextToken && type !== SmartText) return;
    const span = this.tokenSpan;
    this.advance();
    this.problem(span, `${draft.spec.noun.replace(/^a/, 'A')} has no title.`, this.deletion('Delete the title', span));
  }

  private declaredName(draft: Draft): Name | null {
    const { spec } = draft;
    const optional = spec.header.name === 'optional';
    const { image, tokenType } = this.token;
    if (this.isName() && !(optional && this.isMeasureWithoutName())) return this.takeName(draft);
    if (optional) return null;
    if (this.isTitleBeforeName()) return this.titleBeforeName(draft);
    if (!this.newLine && this.isMisnamed()) return this.misnamed();
    const isTitled = tokenType === TextToken || tokenType === SmartText;
    const title = spec.header.title === 'required' && !isTitled ? ' and a title in quotes' : '';
    const before = isTitled ? ` before its title, such as \`${nameFrom(image)}\`` : '';
    this.problem({ start: this.end, end: this.end }, `Expected a name${title} for the ${spec.kind}${before}.`);
    return null;
  }

  private isTitleBeforeName(): boolean {
    if (this.token.tokenType !== TextToken) return false;
    const next = this.nextOnLine();
    return next.tokenType === Identifier && next.image !== 'in' && !this.body.words.has(next.image);
  }

  /** `goal "Win" win`. */
  private titleBeforeName(draft: Draft): Name {
    const written = this.token.image;
    const { start } = this.tokenSpan;
    draft.title = this.text();
    const name = this.takeIdentifier();
    const span = { start, end: name.end };
    const newText = `${name.text} ${written}`;
    this.problem(span, 'The name stands before the title.', { title: `Write '${name.text}' first`, span, newText });
    return name;
  }

  /** `kr from 1 to 2`: no name, and no title. */
  private isMeasureWithoutName(): boolean {
    const isClause = this.isMeasureStart() || this.token.image === 'now' || this.token.image === 'by';
    const next = this.LA(2).tokenType;
    return isClause && next !== TextToken && next !== SmartText;
  }

  private takeName(draft: Draft): Name | null {
    const name = this.takeIdentifier();
    const { tokenType, startOffset } = this.token;
    if (tokenType === Unknown && !this.newLine && /^[:=]+$/.test(this.token.image)) this.superfluousColon();
    else if (startOffset === name.end && this.isGluedOn()) return this.nameWithMore(name);
    if (draft.spec.header.title === 'required' && this.isNameInWords()) return this.nameInWords(name);
    return name;
  }

  /** What stands at once after a name goes on with more of it. */
  private isGluedOn(): boolean {
    const { image, startOffset, tokenType } = this.token;
    if (tokenType === Dot) return true;
    const next = this.LA(2);
    return tokenType === Unknown && next.startOffset === startOffset + image.length && (next.tokenType === Identifier || next.tokenType === Amount);
  }

  private superfluousColon(): void {
    const span = this.tokenSpan;
    const { image } = this.token;
    this.advance();
    this.problem(span, `No \`${image}\` stands after a name.`, this.deletion(`Delete '${image}'`, span));
  }

  /** `win.midmarket`, `win/midmarket`: a name that is declared is one word. */
  private nameWithMore(name: Name): null {
    const message = this.token.tokenType === Dot
      ? 'A name has no dot where it is declared; the dot only joins an objective and its kr where they are named.'
      : 'A name holds letters, digits, `-` and `_`.';
    while (!this.newLine && this.token.startOffset === this.end && this.token.tokenType !== LeftBrace && this.token.tokenType !== TextToken) this.advance();
    this.problem({ start: name.start, end: this.end }, message);
    return null;
  }

  /** `goal win midmarket "…"`. */
  private isNameInWords(): boolean {
    return this.token.tokenType === Identifier && !this.newLine && !this.body.words.has(this.token.image) && this.LA(2).tokenType === TextToken;
  }

  private nameInWords(name: Name): Name {
    const second = this.takeIdentifier();
    const span = { start: name.start, end: second.end };
    const newText = `${name.text}-${second.text}`;
    this.problem(span, `A name is one word: write \`${newText}\`.`, { title: `Write '${newText}'`, span, newText });
    return name;
  }

  private isMisnamed(): boolean {
    const { image, tokenType } = this.token;
    return tokenType === Amount || tokenType === Unknown || (tokenType === DateLike && !FULL_DATE.test(image));
  }

  /** `goal 2026-growth "…"`, `person @maya`. */
  private misnamed(): null {
    const { start } = this.tokenSpan;
    this.advance();
    while (!this.newLine && this.token.startOffset === this.end && this.token.tokenType === Identifier) this.advance();
    const span = { start, end: this.end };
    const inner = this.source.slice(start, this.end).replace(/^[^_\p{XID_Start}]+/u, '');
    const isName = /^[_\p{XID_Start}][\p{XID_Continue}-]*$/u.test(inner) && !/^\d/.test(this.source.slice(start, this.end));
    this.problem(span, 'A name begins with a letter or `_`, and holds letters, digits, `-` and `_`.', isName ? { title: `Write '${inner}'`, span, newText: inner } : null);
    return null;
  }

  private declaredTitle(draft: Draft): Text | null {
    const { header, kind } = draft.spec;
    if (draft.title !== null) return draft.title;
    const title = this.text();
    if (title !== null) return this.withQuotesInIt(title);
    const { tokenType } = this.token;
    const isUnquoted = !this.atBoundary() && (tokenType === Identifier || tokenType === Amount || tokenType === DateLike || (tokenType === Unknown && this.token.image !== ';'));
    const isClause = (header.in.length > 0 && this.isWord('in')) || (header.measure && this.isMeasureWithoutName());
    if (isUnquoted && !isClause) {
      this.unquoted(`The ${kind}'s title stands in quotes.`, (word) => (header.in.length > 0 && word === 'in') || (header.measure && CLAUSE_WORDS.includes(word) && this.beginsClause(word)));
      return null;
    }
    const isTold = header.name === 'required' && draft.name === null && draft.word.end === this.end;
    if (header.title === 'optional' || isTold) return null;
    const after = draft.name === null ? '' : ' after its name';
    const { end } = this;
    this.problem({ start: end, end }, `Expected the ${kind}'s title in quotes${after}.`);
    return null;
  }

  private inClause(draft: Draft): PeriodExpression | null {
    const { header } = draft.spec;
    this.advance();
    this.skipDoubled('in', 'name');
    if (header.range) {
      const { problemCount } = this;
      const period = this.simplePeriod();
      if (period === null && problemCount === this.problemCount) this.expected("Expected a period's name after `in`.");
      return period;
    }
    const [reference] = this.singleReference('in', "a team's name");
    return reference === undefined ? null : { type: 'name', reference };
  }

  private headerMeasures(draft: Draft): void {
    for (;;) {
      if (this.isMeasureStart()) draft.properties.push(this.measureProperty(true));
      else if (this.isWord('now') || this.isWord('by')) draft.properties.push(this.headerClause());
      else if (this.isCommaBeforeClause()) this.superfluousComma();
      else if (this.isLooseMeasure()) draft.properties.push(this.measureProperty(true));
      else if (!this.takesMisspeltClause(draft)) return;
    }
  }

  private takesMisspeltClause(draft: Draft): boolean {
    const meant = this.misspeltClause(CLAUSE_WORDS);
    if (meant === null) return false;
    this.misspelling(meant);
    draft.properties.push(meant === 'now' || meant === 'by' ? this.headerClause(meant) : this.measureProperty(true, meant));
    return true;
  }

  private isCommaBeforeClause(): boolean {
    return this.token.tokenType === Comma && /^(?:from|to|up|down|times|at|between|keep|done|now|by)$/.test(this.LA(2).image);
  }
}

/** A name made of a title: `"Win the mid-market"` to `win-the-mid-market`. */
function nameFrom(title: string): string {
  const words = title.toLowerCase().match(/[\p{XID_Start}][\p{XID_Continue}-]*/gu) ?? [];
  return words.slice(0, 4).join('-') || 'my-name';
}
