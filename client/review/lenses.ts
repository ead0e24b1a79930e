/** What changed, over the declarations that did: as lenses and in the margin. */

import type { Range} from 'vscode';
import {
  Disposable, EventEmitter, languages, l10n, MarkdownString, OverviewRulerLane, ThemeColor, window, workspace,
  CodeLens, type CodeLensProvider, type DecorationOptions, type Event, type TextDocument, type TextEditor, type TextEditorDecorationType,
} from 'vscode';
import type { Change, Risk } from '../../server/review-protocol.ts';
import { rangeOf, uriIn } from './places.ts';
import type { ReviewSession } from './session.ts';
import { OPEN_CHANGE } from './tree.ts';
import { inWords } from './words.ts';

/** A change with where it stands in a document. */
interface Standing {
  readonly change: Change;
  readonly range: Range;
}

function changesIn(session: ReviewSession, document: TextDocument): Standing[] {
  const reviewed = session.current;
  if (reviewed === null) return [];
  const uri = document.uri.toString();
  return reviewed.answer.review.changes.flatMap((change) => (
    change.head === null || uriIn(reviewed, change.head.file).toString() !== uri ? [] : [{ change, range: rangeOf(change.head.range) }]
  ));
}

/** Lenses for what is worth a word; a check-in that was reported is none. */
class ReviewLenses implements CodeLensProvider {
  readonly #session: ReviewSession;
  readonly #changed = new EventEmitter<void>();

  constructor(session: ReviewSession) {
    this.#session = session;
    session.onDidChange(() => { this.#changed.fire(); });
  }

  get onDidChangeCodeLenses(): Event<void> {
    return this.#changed.event;
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const given = this.#session.current?.base.given ?? '';
    if (!workspace.getConfiguration('throughline', document).get<boolean>('codeLens.enabled', true)) return [];
    return changesIn(this.#session, document).map(({ change, range }) => new CodeLens(range, {
      title: `$(git-compare) ${l10n.t('{0} since {1}', inWords(change), given)}`,
      tooltip: change.message,
      command: OPEN_CHANGE,
      arguments: [change.base, change.head],
    }));
  }
}

const COLOURS: Readonly<Record<Risk, string>> = {
  high: 'editorError.foreground', medium: 'editorWarning.foreground', low: 'editorGutter.modifiedBackground', info: 'editorGutter.modifiedBackground',
};

class ReviewMarks {
  readonly #session: ReviewSession;
  readonly #types = new Map<Risk, TextEditorDecorationType>();

  constructor(session: ReviewSession) {
    this.#session = session;
    for (const [risk, colour] of Object.entries(COLOURS) as [Risk, string][]) {
      this.#types.set(risk, window.createTextEditorDecorationType({
        isWholeLine: true,
        borderWidth: '0 0 0 3px', borderStyle: risk === 'info' ? 'dotted' : 'solid', borderColor: new ThemeColor(colour),
        overviewRulerColor: new ThemeColor(colour), overviewRulerLane: OverviewRulerLane.Left,
      }));
    }
  }

  mark(editor: TextEditor): void {
    const standing = changesIn(this.#session, editor.document);
    for (const [risk, type] of this.#types) {
      editor.setDecorations(type, standing.filter(({ change }) => change.risk === risk).map(({ change, range }): DecorationOptions => (
        { range, hoverMessage: new MarkdownString().appendText(change.message) }
      )));
    }
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

/** Shows both in every editor for as long as there is a review. */
export function registerLenses(session: ReviewSession): Disposable {
  const marks = new ReviewMarks(session);
  const markAll = (): void => { window.visibleTextEditors.forEach((editor) => { marks.mark(editor); }); };
  return Disposable.from(
    languages.registerCodeLensProvider({ language: 'strategy' }, new ReviewLenses(session)),
    window.onDidChangeVisibleTextEditors(markAll),
    session.onDidChange(markAll),
    marks,
  );
}
