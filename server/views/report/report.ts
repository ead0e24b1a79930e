/** The report: what a team publishes each Monday. All views on one page that needs nothing else. */

import { formatDay } from '../../../grammar/calendar.ts';
import type { Strategy } from '../../model/strategy.ts';
import type { Diagnostic } from '../../rules/diagnostic.ts';
import { pictureSection } from '../document.ts';
import { views } from '../index.ts';
import { h, type Markup } from '../markup.ts';
import { pageDocument } from '../page.ts';
import { strategyTitle } from '../strategy-title.ts';
import type { View, ViewOptions, ViewPicture } from '../view.ts';
import { cover } from './cover.ts';
import { reportStyle } from './style.ts';

/** The report as an HTML document; `script` is the page script, or null for a page that only shows. */
export async function report(strategy: Strategy, findings: readonly Diagnostic[], options: ViewOptions, script: string | null): Promise<string> {
  const name = strategyTitle(strategy);
  return pageDocument({
    title: `${name === 'the strategy' ? 'Strategy' : name}, as of ${formatDay(strategy.asOf)}`,
    strategy, views, style: reportStyle, script,
    body: h('main', { class: 'report' },
      cover(strategy, findings),
      views.map((view) => sectionOf(view, view.draw(strategy, findings, options))),
      h('p', { class: 'made' }, `Made by Throughline from the strategy files, as of ${formatDay(strategy.asOf)}.`),
    ),
  });
}

/** One view as an HTML document of its own. */
export async function viewPage(view: View, strategy: Strategy, findings: readonly Diagnostic[], options: ViewOptions, script: string | null): Promise<string> {
  const picture = view.draw(strategy, findings, options);
  return pageDocument({
    title: picture.title, strategy, views: [view], style: '', script,
    body: h('main', { class: 'one-view' }, sectionOf(view, picture)),
  });
}

/** A picture with its heading. */
function sectionOf({ title }: View, picture: ViewPicture): Markup {
  const section = pictureSection(picture);
  return { ...section, children: [h('h2', {}, title), ...section.children] };
}
