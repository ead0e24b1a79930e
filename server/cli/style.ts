/** Colours, where they are wanted. */

import { styleText } from 'node:util';

export type Colour = 'red' | 'yellow' | 'blue' | 'cyan' | 'green' | 'bold' | 'dim';

/** Puts text in colours, or leaves it as it is. */
export type Paint = (text: string, ...colours: readonly Colour[]) => string;

export const plain: Paint = (text) => text;

export const coloured: Paint = (text, ...colours) => (
  colours.reduce((painted, colour) => styleText(colour, painted, { validateStream: false }), text)
);

/** Colours on a terminal alone. `NO_COLOR` (no-color.org) forbids them, `FORCE_COLOR` asks for them through a pipe. */
export function paintFor(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Paint {
  if (isSet(environment.NO_COLOR)) return plain;
  if (isSet(environment.FORCE_COLOR)) return environment.FORCE_COLOR === '0' ? plain : coloured;
  return isTerminal && environment.TERM !== 'dumb' ? coloured : plain;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
