/** Editing in the picture: an input where the value stands. What is wrong with it is said below it, until it is right or given up. */

import type { Field, FieldName } from '../../../server/preview-protocol.ts';
import { make } from './dom.ts';
import { t } from './texts.ts';

export interface FieldHost {
  readonly read: (id: string, field: FieldName) => Promise<Field>;
  /** The problem, in a sentence; null where it is written. */
  readonly write: (id: string, field: FieldName, text: string) => Promise<string | null>;
  /** Tells the user of what could not be done. */
  readonly say: (message: string) => void;
}

const FIELDS: readonly FieldName[] = ['title', 'value', 'confidence', 'from', 'to', 'size', 'low', 'high'];

/** The field that an element shows, by its `data-field`; null for another element. */
export function fieldOf(element: Element): FieldName | null {
  const name = element.getAttribute('data-field');
  return FIELDS.find((field) => field === name) ?? null;
}

/** Asks for a new text of a field, over `place`; resolved when it is written or given up. */
export async function edit(host: FieldHost, { id, field, place }: { readonly id: string; readonly field: FieldName; readonly place: Element }): Promise<void> {
  const read = await host.read(id, field).catch((error: unknown) => {
    host.say(error instanceof Error ? error.message : String(error));
    return null;
  });
  if (read === null) return;
  const problem = make('p', { class: 'problem', id: 'field-problem', role: 'alert', hidden: true });
  const input = make('input', { 'type': 'text', 'value': read.text, 'aria-label': t('editing', id), 'aria-describedby': 'field-problem', 'spellcheck': 'false', 'autocomplete': 'off' });
  const form = make('form', { class: 'field-editor' }, input, problem);
  document.body.append(form);
  position(form, input, place, read.text);
  input.focus();
  input.select();
  await new Promise<void>((done) => {
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      form.remove();
      done();
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      host.write(id, field, input.value).then((wrong) => {
        if (wrong === null) {
          end();
          return;
        }
        problem.textContent = wrong;
        problem.hidden = false;
        input.setAttribute('aria-invalid', 'true');
      }, (error: unknown) => {
        host.say(error instanceof Error ? error.message : String(error));
        end();
      });
    });
    form.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') end();
    });
    input.addEventListener('blur', end);
  });
}

/** Over the place, wide enough for the text, within the window. */
function position(form: HTMLElement, input: HTMLInputElement, place: Element, text: string): void {
  const box = place.getBoundingClientRect();
  const width = Math.min(innerWidth - 16, Math.max(120, box.width + 24, text.length * 8 + 32));
  input.style.setProperty('width', `${width}px`);
  form.style.setProperty('left', `${Math.max(8, Math.min(box.left - 6, innerWidth - width - 8))}px`);
  form.style.setProperty('top', `${Math.max(8, Math.min(box.top + box.height / 2 - 14, innerHeight - 72))}px`);
}
