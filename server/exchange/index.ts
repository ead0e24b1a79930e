/** The formats of `export`: one file each, and one line here. */

import type { StrategyData } from './data.ts';
import { json } from './json.ts';

export const exporters = {
  json,
} satisfies Readonly<Record<string, (data: StrategyData) => string>>;

export type ExportFormat = keyof typeof exporters;
