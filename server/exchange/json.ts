/** `export --format json`. */

import type { StrategyData } from './data.ts';

/** The data as one JSON document; `export.schema.json` is its contract. */
export function json(data: StrategyData): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}
