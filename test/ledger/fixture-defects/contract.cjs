'use strict';

// Every way in which a contract goes wrong that the in-memory ledger claims to find.
const { Contract } = require('fabric-contract-api');

let rememberedByTheModule = 0;

class Defects extends Contract {
  async dependsOnLocale(ctx) {
    await ctx.stub.putState('total', Buffer.from((12345.6).toLocaleString()));
  }

  async dependsOnTimeZone(ctx) {
    await ctx.stub.putState('hour', Buffer.from(String(new Date(0).getHours())));
  }

  async dependsOnTheDay() {
    return new Date().toISOString().slice(0, 10);
  }

  async dependsOnChance(ctx) {
    ctx.stub.setEvent('drawn', Buffer.from(String(Math.random())));
  }

  async dependsOnThePeer(ctx) {
    return ctx.stub.getMspID();
  }

  async readsByChance(ctx) {
    await ctx.stub.getState(`key ${Math.random()}`);
  }

  async scansByChance(ctx) {
    for await (const entry of ctx.stub.getStateByRange(`from ${Math.random()}`, 'g')) void entry;
  }

  async throwsAtChance() {
    throw new Error(`NOT_FOUND: ${Math.random()}`);
  }

  async remembers() {
    rememberedByTheModule += 1;
    return String(rememberedByTheModule);
  }

  async caches(ctx) {
    this.cached ??= await ctx.stub.getState('setting');
  }

  async forgetsAwait(ctx) {
    ctx.stub.putState('a', Buffer.from('lost or not, as it happens'));
  }

  async getsItsOwnWrite(ctx) {
    await ctx.stub.putState('a', Buffer.from('x'));
    await ctx.stub.getState('a');
  }

  async scansItsOwnWrite(ctx) {
    await ctx.stub.deleteState('b');
    for await (const entry of ctx.stub.getStateByRange('a', 'c')) void entry;
  }

  async hidesReadingItsOwnWrite(ctx) {
    await this.getsItsOwnWrite(ctx);
    throw new Error('AN_EXPECTED_CODE: nothing to see here');
  }

  async scansBesideItsOwnWrite(ctx) {
    await ctx.stub.putState('c', Buffer.from('x'));
    for await (const entry of ctx.stub.getStateByRange('a', 'c')) void entry;
  }

  async putsNothing(ctx) {
    await ctx.stub.putState('a', undefined);
  }

  async readsNoKey(ctx) {
    await ctx.stub.getState(undefined);
  }

  async writesNoKey(ctx) {
    await ctx.stub.putState('', Buffer.from('x'));
  }

  async history(ctx) {
    await ctx.stub.getHistoryForKey('a');
  }

  async privateData(ctx) {
    await ctx.stub.getPrivateData('_implicit_org_RiversideMSP', 'a');
  }

  async richQuery(ctx) {
    await ctx.stub.getQueryResult('{}');
  }

  async keyPolicy(ctx) {
    await ctx.stub.setStateValidationParameter('a', Buffer.from('policy'));
  }

  async otherChaincode(ctx) {
    await ctx.stub.invokeChaincode('other', ['f'], 'market');
  }
}

module.exports.contracts = [Defects];
