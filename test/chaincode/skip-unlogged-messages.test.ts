import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import sinon from 'sinon';

interface ShimLogger {
  level: string;
  write: (message: object) => boolean;
  debug: (message: string) => unknown;
  info: (message: string) => unknown;
  error: (message: string) => unknown;
}

const require = createRequire(import.meta.url);
const { skipUnloggedMessages } = require('../../chaincode/dist/skip-unlogged-messages.js') as {
  skipUnloggedMessages: () => void;
};
const { getLogger } = require('fabric-shim/lib/logger.js') as { getLogger: (name: string) => ShimLogger };

describe('messages of the shim that are not logged', () => {
  it('are not even formatted, while errors and what the level lets pass are logged', () => {
    const logger = getLogger('lib/stub.js');
    const { level } = logger;
    const kept = { debug: logger.debug, info: logger.info };
    const write = sinon.stub(logger, 'write').returns(true);
    try {
      logger.level = 'info';
      skipUnloggedMessages();
      logger.debug('of every state operation');
      sinon.assert.notCalled(write);
      logger.info('started');
      logger.error('failed');
      assert.equal(write.callCount, 2);
    } finally {
      write.restore();
      Object.assign(logger, kept, { level });
    }
  });
});
