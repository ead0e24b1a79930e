/** Makes mocha's words global before the test files that use them are loaded. Mocha's browser build runs in both hosts. */

import 'mocha/mocha.js';

mocha.setup({ ui: 'bdd', timeout: 30_000, checkLeaks: false });
