import assert from 'node:assert/strict';
import { common } from '@hyperledger/fabric-protos';
import fc from 'fast-check';
import { quorum } from '../../audit/fabric/block-signatures.ts';
import { derInteger } from '../../audit/fabric/der.ts';
import { Message, Unreadable, WireReader } from '../../audit/fabric/protobuf.ts';

describe("the audit's reader of protobuf", () => {
  it("reads what Fabric's own library writes", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.uint8Array(), (id, epoch, extension) => {
        const header = new common.ChannelHeader();
        header.setTxId(id);
        header.setEpoch(epoch);
        header.setExtension$(extension);
        const read = new Message(Buffer.from(header.serializeBinary()));
        assert.deepEqual([read.text(5), read.number(6), [...read.bytes(7)]], [id, epoch, [...extension]]);
      }),
    );
  });

  it('refuses fields that end too early, and numbers beyond what it can count', () => {
    assert.throws(() => new Message(Buffer.from([0x0a, 5, 1])), Unreadable);
    assert.throws(() => new WireReader(Buffer.from([0x80])).varint(), Unreadable);
    assert.throws(() => new WireReader(Buffer.alloc(12, 0xff)).varint(), Unreadable);
    assert.throws(() => new Message(Buffer.from([0x0b])), Unreadable);
  });
});

describe("the audit's numbers in ASN.1", () => {
  it('are shortest, and positive', () => {
    const hex = [0, 1, 127, 128, 255, 256, 65_535].map((value) => derInteger(value).toString('hex'));
    assert.deepEqual(hex, ['020100', '020101', '02017f', '02020080', '020200ff', '02020100', '020300ffff']);
  });
});

describe('a quorum of ordering nodes', () => {
  it('is what any two of which share an honest node', () => {
    assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 10].map(quorum), [1, 2, 2, 3, 4, 4, 5, 7]);
  });
});
