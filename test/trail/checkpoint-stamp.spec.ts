import { describe, expect, it } from '@jest/globals';
import { openCheckpoint } from '@soat/api/platform/trail/checkpoint.js';
import { newestStamp, qrPng, stampOf } from '@soat/api/platform/trail/checkpoint-stamp.js';
import { SealingKeys } from '@soat/api/platform/trail/sealing-keys.js';
import { newSigningKey, verifierOf } from '@soat/api/platform/trail/signed-note.js';
import { modulesOfPng, modulesOfSvg, readQrCode } from '../support/qr-reader.js';

describe('the checkpoint on a document', () => {
  const root = new Uint8Array(32).map((_, index) => index * 7);
  const sealedAt = '2026-11-21T03:04:05.678Z';

  it.each(['a.vn', 'demo.soat/1f2e3d4c', 'thanhtra.tinh-vinh-chau.gov.vn/log/2026'])(
    'is a checkpoint that verifies, read off its QR code: of %s',
    (origin) => {
      // A key that was changed a week ago still signs beside the new one; paper takes the new one’s signature only.
      const keys = SealingKeys.of(`${newSigningKey(origin)}\n${newSigningKey(origin)}\n`);
      const [newest = '', former = ''] = keys.verifierKeys;
      for (const size of [1, 13_862, 20_852_163]) {
        const stamp = stampOf({ note: keys.sign({ size, root }), sealedAt });
        const read = readQrCode(modulesOfSvg(stamp.qrSvg));
        expect(read).toBe(stamp.qrText);
        expect(readQrCode(modulesOfPng(qrPng(stamp).png, { quiet: 4, scale: 4 }))).toBe(stamp.qrText);
        expect(openCheckpoint(read, verifierOf(newest))).toEqual({ origin, size, root: Buffer.from(root) });
        expect(openCheckpoint(read, verifierOf(former))).toBeNull();
        expect(openCheckpoint(stamp.note, verifierOf(former))).not.toBeNull();
        expect(stamp).toMatchObject({ origin, size, root: Buffer.from(root).toString('base64'), sealedAt });
        for (const line of [stamp.lineVi, stamp.lineEn])
          expect([line.includes(origin), line.includes(` ${size} `), line.includes(stamp.root)]).toEqual([
            true,
            true,
            true,
          ]);
      }
    },
  );

  it('is nothing where there is no trail', async () => {
    expect(await newestStamp({ store: null })).toBeNull();
  });
});
