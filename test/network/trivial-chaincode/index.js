// The least chaincode that a network can be tried with: COMMONWATT_CHAINCODE_DIR=test/network/trivial-chaincode
const { Contract } = require('fabric-contract-api');

class Readiness extends Contract {
  constructor() {
    super('readiness');
  }

  async probe(ctx) {
    await ctx.stub.putState('readiness', Buffer.from(ctx.clientIdentity.getAttributeValue('role') ?? ''));
  }

  async read(ctx) {
    return Buffer.from(await ctx.stub.getState('readiness')).toString();
  }
}

module.exports.contracts = [Readiness];
