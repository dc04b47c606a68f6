import assert from 'node:assert/strict';
import { invitation } from '../../community-week/summary.ts';
import { Consortium, loadConsortium } from '../../test-network-scripts/index.ts';
import { StateFolder } from '../../test-network-scripts/state-folder.ts';

/** A consortium that needs no keys for its tokens. */
class TokenConsortium extends Consortium {
  override token(organisation: string, user: string): Promise<string> {
    return Promise.resolve(`${organisation}.${user}`);
  }
}

describe('the commands to try after the week', () => {
  it('send each gateway a token of its own organisation, under the name that it is printed with', async () => {
    const consortium = new TokenConsortium(loadConsortium(), new StateFolder('/nowhere'));
    const text = await invitation(consortium);
    const tokens = new Map(
      [...text.matchAll(/(TOKEN_\w+)=(\w+)\.\w+/g)].map(([, name, owner]) => [name, owner]),
    );
    assert.equal(tokens.size, 4);
    const tried = [...text.matchAll(/Bearer \$(\w+)" (http:\/\/[^/]+)/g)];
    assert.ok(tried.length > 0);
    for (const [, token, gateway] of tried) {
      const owner = consortium.endpoints().find((endpoint) => endpoint.gateway === gateway);
      assert.equal(tokens.get(token ?? ''), owner?.name);
    }
  });
});
