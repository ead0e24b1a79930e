/** The Langium twin, measured. */

import { measure, strategyFiles } from '../contender.ts';
import { createTwin } from './twin.ts';

const twin = createTwin();
let text = '';

await measure({
  async load(folder) {
    await twin.load(await strategyFiles(folder));
  },
  async open(path) {
    text = twin.textOf(path);
    await twin.change(path, text);
  },
  async type({ path, offset, text: typed }) {
    text = text.slice(0, offset) + typed + text.slice(offset);
    await twin.change(path, text);
  },
  findings: () => twin.findings(),
});
