import assert from 'node:assert/strict';
import { join } from 'node:path';
import { audit } from '../../audit/audit.ts';
import { playWeek } from '../../community-week/play.ts';
import { summary } from '../../community-week/summary.ts';
import { runningNetwork } from '../network/running-network.ts';

/** Of the week's data; a certificate is a MWh. */
const SITES = 40;
const ISSUED = 123;
const RETIRED = 99;

describe('the main job', function () {
  this.timeout(300_000);

  it('plays the week of the community, and continues a played one without doing anything again', async () => {
    const network = await runningNetwork();
    const blocks = join(network.state.root, 'organisations', 'Regulator', 'peer', 'data');
    const before = await audit({ channel: network.definition.channel, blocks });
    const played = await playWeek(network, () => undefined);
    assert.equal(played.audit.balanced, true);
    assert.equal(played.plan.participants.length, SITES);
    assert.equal(played.audit.certificates.issued - before.certificates.issued, ISSUED);
    assert.equal(played.audit.certificates.retired - before.certificates.retired, RETIRED);
    assert.match(summary(played), /balanced/);
    const again = await playWeek(network, () => undefined);
    assert.equal(again.audit.balanced, true);
    assert.equal(again.audit.transactions.valid, played.audit.transactions.valid);
  });
});
