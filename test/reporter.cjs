'use strict';
// mocha's spec reporter, which also leaves the counts where the test runner can add them up.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      writeFileSync(process.env.COMMONWATT_TEST_COUNTS, JSON.stringify({ passes, failures, pending }));
    });
  }
};
