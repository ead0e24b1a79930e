/** Comments that say something to the product (language.md section 4). */

const SUPPRESSION = /^\/\/\s*throughline-ignore(?![\p{L}\p{N}_-])/u;
const FILE_SUPPRESSION = /^\/\/\s*throughline-ignore-file(?![\p{L}\p{N}_-])/u;

/** It silences findings on the next line that is neither empty nor a comment. */
export function isSuppression(comment: string): boolean {
  return SUPPRESSION.test(comment);
}

/** It silences findings in the whole file, and must stand above the first declaration. */
export function isFileSuppression(comment: string): boolean {
  return FILE_SUPPRESSION.test(comment);
}
