/** The strategy as data: a format is one file, and one line here. Its views in other formats are written by server/views/export.ts. */

import type { StrategyData } from './data.ts';
import { json } from './json.ts';

export const exporters = {
  json,
} satisfies Readonly<Record<string, (data: StrategyData) => string>>;
