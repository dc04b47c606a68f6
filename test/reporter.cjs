'use strict';
// mocha's spec reporter, which also leaves the counts where the test runner can add them up, and does not let a run that
// is over wait for ever on what a test has left open.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const EXIT_WITHIN_MS = 30_000;

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      leave({ passes, failures, pending });
      // Does not hold the process itself: it only fires when something else does.
      setTimeout(() => {
        leave({ passes, failures: failures + 1, pending });
        endForgotten();
      }, EXIT_WITHIN_MS).unref();
    });
  }
};

function leave(counts) {
  writeFileSync(process.env.COMMONWATT_TEST_COUNTS, JSON.stringify(counts));
}

function endForgotten() {
  const open = process.getActiveResourcesInfo().filter((kind) => kind !== 'Timeout');
  console.error(
    `the tests are over, and after ${EXIT_WITHIN_MS / 1000} s these are still open: ${open.join(', ')}`,
  );
  process.exit();
}
