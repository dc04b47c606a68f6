import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import {
  encodeProfileBlock,
  encodeSubmission,
  nextBlock,
  signProfileBlock,
  type SignedProfileBlock,
} from '@commonwatt/chaincode/domain';
import { INTERVAL_SEC, TestMeter, type MeteredRoof } from '../../chaincode/contracts/metered-roof.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import { CHANNEL } from '../read-model/block-builder.ts';
import { approvedRoof, deliver, newMembers, signedDay } from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

/** The whole figure of a thousand blocks is that of the end-to-end tests. */
const ROUNDS = 4;
const DAY_SEC = 86_400;

describe('forged, replayed, altered, overlapping and implausible blocks over HTTP', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let client: CommonwattClient;
  let roof: MeteredRoof;
  let other: MeteredRoof;

  before(async () => {
    consortium = await sharedConsortium();
    client = await consortium.riverside.client('collector');
    const [owner = ''] = await newMembers(consortium, 1);
    roof = await approvedRoof(consortium, owner, 'forged');
    other = await approvedRoof(consortium, owner, 'other');
  });

  /** What would be the next day of the roof, if it were right. */
  function nextDay(wh = 500) {
    const start = roof.deviceMeter.tip.coveredUntil ?? Math.floor(Date.now() / 1000 / DAY_SEC - 8) * DAY_SEC;
    const generation = {
      register: 'generation',
      values: new Array<number>(24).fill(wh),
      estimated: [],
    } as const;
    return { start, intervalSec: INTERVAL_SEC, registers: [generation] } as const;
  }
  const honest = () => nextBlock(roof.deviceMeter.tip, roof.deviceMeter.subject, nextDay());
  const signed = (changes: object, channel = CHANNEL): SignedProfileBlock =>
    signProfileBlock(channel, { ...honest(), ...changes }, roof.deviceMeter.privateKey);

  const FORGERIES: Record<string, () => [block: SignedProfileBlock, code: string]> = {
    'signed by another key': () => {
      const { privateKey } = new TestMeter({ kind: 'device', id: 'stranger' });
      return [signProfileBlock(CHANNEL, honest(), privateKey), 'BLOCK_SIGNATURE_INVALID'];
    },
    'signed for another channel': () => [signed({}, 'elsewhere'), 'BLOCK_SIGNATURE_INVALID'],
    'of another meter, under this name': () => {
      const block = nextBlock(other.deviceMeter.tip, other.deviceMeter.subject, nextDay());
      const { signature } = signProfileBlock(CHANNEL, block, other.deviceMeter.privateKey);
      return [
        { body: encodeProfileBlock({ ...block, subject: roof.deviceMeter.subject }), signature },
        'BLOCK_SIGNATURE_INVALID',
      ];
    },
    'altered after it was signed': () => {
      const { body, signature } = signed({});
      const altered = Buffer.from(body);
      altered[altered.length - 2] = (altered[altered.length - 2] ?? 0) ^ 1;
      return [{ body: altered, signature }, 'BLOCK_SIGNATURE_INVALID'];
    },
    'ahead of its turn': () => [signed({ sequence: honest().sequence + 1 }), 'BLOCK_SEQUENCE_WRONG'],
    'on a broken chain': () => [signed({ previousHash: 'A'.repeat(42) + 'E' }), 'BLOCK_CHAIN_BROKEN'],
    'of time that is covered': () => [signed({ start: honest().start - DAY_SEC }), 'BLOCK_OVERLAP'],
    'of more energy than the roof can give': () => {
      const block = nextBlock(roof.deviceMeter.tip, roof.deviceMeter.subject, nextDay(20_001));
      return [signProfileBlock(CHANNEL, block, roof.deviceMeter.privateKey), 'BLOCK_IMPLAUSIBLE'];
    },
    'of the future': () => {
      const start = Math.ceil(Date.now() / 1000 / DAY_SEC + 1) * DAY_SEC;
      return [signed({ start, declaredGapSec: start - honest().start }), 'BLOCK_IN_FUTURE'];
    },
    'that is none': () => [{ body: Buffer.from('nonsense'), signature: Buffer.alloc(64) }, 'BLOCK_MALFORMED'],
  };

  it('are all refused with their code, and the meter goes on after each', async () => {
    await goOn();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [title, forge] of Object.entries(FORGERIES)) {
        const [block, code] = forge();
        const { result } = await client.deliverReadings(encodeSubmission([block]));
        assert.deepEqual(
          result.verdicts.map((verdict) => verdict.code ?? verdict.verdict),
          [code],
          title,
        );
      }
      await goOn();
    }
    const head = await client.get('/v1/devices/{id}/head', { path: { id: roof.device } });
    assert.equal(head.sequence, ROUNDS + 1);
  });

  async function goOn(): Promise<void> {
    const day = signedDay(roof, 500, nextDay().start);
    const { result } = await deliver(client, day.signed);
    assert.deepEqual(result.verdicts, [{ verdict: 'accepted' }]);
    day.accept();
  }

  it('spoil nothing for the good ones of the same delivery', async () => {
    const blocks = Object.values(FORGERIES).map((forge) => forge()[0]);
    const day = signedDay(roof, 500, nextDay().start);
    const { result } = await deliver(client, ...blocks, day.signed);
    day.accept();
    assert.deepEqual(
      result.verdicts.map(({ verdict }) => verdict),
      [...blocks.map(() => 'refused'), 'accepted'],
    );
  });
});
