/** A member whose key is in a real browser: made there, used there, never elsewhere. */
import type { Market } from '../../market.ts';
import { idsOfDone, type Party } from '../../party.ts';
import { BrowserPage } from './chromium.ts';
import { PageServer } from './page-server.ts';

export class BrowserOwner {
  readonly party: Party;
  readonly #page: BrowserPage;
  readonly #server: PageServer;

  private constructor(party: Party, page: BrowserPage, server: PageServer) {
    this.party = party;
    this.#page = page;
    this.#server = server;
  }

  /** Registered by the manager; the key's certificate is requested by the page. */
  static async enrol(program: string, market: Market, manager: Party): Promise<BrowserOwner> {
    const members = [{ kind: 'prosumer' as const }];
    const registered = await manager.command('/v1/members', { body: { keys: 'own', members } });
    const [account = ''] = idsOfDone(registered);
    const enrolmentId = account.slice(account.indexOf('/') + 1);
    const server = await PageServer.open(market.gatewayUrl('Riverside'));
    const page = await BrowserPage.open(program, server.url);
    try {
      await page.until('globalThis.client !== undefined');
      const certificateRequest = (await page.evaluate(`(async () => {
        globalThis.key = await client.OwnKey.generate();
        return key.certificateRequest(${JSON.stringify(enrolmentId)});
      })()`)) as string;
      const { certificate } = await manager.create('/v1/identities/{enrolmentId}/certificates', {
        path: { enrolmentId },
        body: { certificateRequest },
      });
      const { tokens } = await manager.create('/v1/tokens', { body: { subjects: [{ enrolmentId }] } });
      const party = manager.as(account, tokens[0] ?? '');
      const { channel, chaincode } = market.consortium.definition;
      const options = { certificate, account, channel, chaincode };
      await page.evaluate(`{
        const gateway = new client.CommonwattClient({ url: location.origin, token: ${JSON.stringify(party.token)} });
        globalThis.signing = new client.SigningClient({ client: gateway, key, ...${JSON.stringify(options)} });
      }`);
      return new BrowserOwner(party, page, server);
    } catch (error) {
      await page.close();
      await server.close();
      throw error;
    }
  }

  /** Whether the private key can be taken out of the browser's key storage. */
  async isKeyExtractable(): Promise<boolean> {
    return (await this.#page.evaluate(`key.toPem().then(() => true, () => false)`)) as boolean;
  }

  /** Signed and committed by the page; the committed operation. */
  async command(path: string, body: object): Promise<{ transactionIds: string[]; result: { id: string } }> {
    const call = `signing.command(${JSON.stringify(path)}, { body: ${JSON.stringify(body)} })`;
    return (await this.#page.evaluate(call)) as { transactionIds: string[]; result: { id: string } };
  }

  /** Asked, signed and checked by the page. */
  async statement(id: string): Promise<{ value: unknown }> {
    return (await this.#page.evaluate(`signing.statement(${JSON.stringify(id)})`)) as { value: unknown };
  }

  async close(): Promise<void> {
    await this.#page.close();
    await this.#server.close();
  }
}
