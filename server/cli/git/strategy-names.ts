/** Which of a repository's files say what its strategies are. */

import { isStrategyFile, SETTINGS_FILE } from '../../workspace/discover.ts';

/** Strategy files, settings, and what says which of them are passed over; by a path with `/`. */
export function isOfStrategies(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return isStrategyFile(name) || name === SETTINGS_FILE || name === '.gitignore';
}
