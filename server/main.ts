/** Entry of the bundle that VS Code starts as a process. */

import { startServer } from './node.ts';

void startServer();
