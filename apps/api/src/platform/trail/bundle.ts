import type { StoredEvent } from '../event-store/event-store.js';
import { canonicalJson } from './canonical-json.js';
import { stampOf } from './checkpoint-stamp.js';
import { evidenceIn } from './declared-evidence.js';
import { envelopeOf, leafHashOf } from './leaf.js';
import { consistencyProof, inclusionProof } from './proving.js';
import type { Sealed, TrailStore } from './trail-store.js';

/** What a bundle is about. */
export interface BundleScope {
  readonly kind: 'inspection' | 'unit' | 'everything';
  /** Null for everything. */
  readonly id: string | null;
}

/** How much of an event the reader may have: all of it, who, what and when without the payload, or only that there is one. */
export type Disclosure = 'shown' | 'without-payload' | 'leaf-only';

export interface BundleRequest {
  readonly scope: BundleScope;
  readonly madeAt: string;
  readonly verifierKeys: readonly string[];
  /** The checkpoint everything is proved against. */
  readonly sealed: Sealed;
  /** Size of a checkpoint the reader keeps: the bundle then proves that the log has only grown since. */
  readonly pinned: number | null;
  /** In the log's order; none beyond the checkpoint. For everything, each event of the log. */
  readonly events: AsyncIterable<readonly StoredEvent[]>;
  readonly disclosed: (event: StoredEvent) => Disclosure;
}

/**
 * A bundle as lines of JSON (RFC 8785 or not, one object a line): a head, the checkpoint, perhaps a consistency proof, the
 * events, each followed by the files it declares as far as its payload is shown, an end. What each line holds, and how to check it, stands in the README of the verifiers.
 */
export async function* bundleLines(store: TrailStore, request: BundleRequest): AsyncIterable<string> {
  const { scope, madeAt, verifierKeys, sealed, pinned, events, disclosed } = request;
  yield line({
    format: 'soat-bundle/2',
    scope,
    madeAt,
    size: sealed.size,
    keys: verifierKeys,
    readMe: readMeOf(sealed),
  });
  yield line({ checkpoint: sealed.note });
  if (pinned !== null && pinned < sealed.size)
    yield line({
      consistency: { from: pinned, hashes: (await consistencyProof(store, pinned, sealed.size)).map(base64) },
    });
  let count = 0;
  for await (const page of events)
    for (const event of page) {
      const proof =
        // All leaves make the root by themselves.
        scope.kind === 'everything'
          ? {}
          : { proof: (await inclusionProof(store, event.position - 1, sealed.size)).map(base64) };
      const index = event.position - 1;
      const disclosure = disclosed(event);
      yield line({ index, ...told(event, disclosure), ...proof });
      if (disclosure === 'shown')
        for (const declared of evidenceIn(event.payload)) yield line({ evidence: { index, ...declared } });
      count += 1;
    }
  yield line({ end: { events: count } });
}

function told(event: StoredEvent, disclosure: Disclosure): object {
  switch (disclosure) {
    case 'shown':
      return {
        envelope: canonicalJson(envelopeOf(event)),
        salt: Buffer.from(event.salt).toString('hex'),
        payload: event.payload,
      };
    case 'without-payload':
      return { envelope: canonicalJson(envelopeOf(event)) };
    case 'leaf-only':
      return { leaf: base64(leafHashOf(event)) };
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

function line(content: object): string {
  return `${JSON.stringify(content)}\n`;
}

/** For whoever opens the file with an editor. */
function readMeOf(sealed: Sealed): object {
  const { lineVi, lineEn } = stampOf(sealed);
  return {
    vi: [
      'Tệp này chứa các sự kiện đã ghi của một vụ việc, một đơn vị hoặc toàn bộ sổ, mỗi dòng một sự kiện, cùng bằng chứng rằng chúng nằm trong sổ đã niêm phong.',
      lineVi,
      'Ngay sau mỗi sự kiện là các tệp bằng chứng mà sự kiện đó khai: mã SHA-256, cỡ tính bằng byte, loại tệp. Bản thân các tệp bằng chứng không nằm trong tệp này.',
      'Để kiểm chứng: mở tệp verify.html bằng trình duyệt (không cần mạng), hoặc chạy “npm run verify -- TỆP --key KHÓA” (chỉ cần Node và tệp verify.mjs: “node verify.mjs TỆP --key KHÓA”).',
      'Khóa phải nhận bằng đường khác (văn bản, trang thông tin của cơ quan), không lấy từ tệp này. Hai chương trình kiểm chứng cũng vậy.',
      'Nếu đang giữ một điểm niêm phong cũ (mã QR in trên biên bản, kết luận, bản xuất), thêm “--pinned TỆP” để chắc rằng sổ chỉ dài thêm, không bị viết lại.',
      'Nếu có các tệp bằng chứng, thêm “--evidence THƯ-MỤC” để biết tệp nào đúng như đã khai, tệp nào bị sửa, tệp nào thiếu.',
      'Kiểm chứng cho biết: nội dung, người ghi, thời điểm ghi và thứ tự không bị sửa sau khi niêm phong.',
      'Không cho biết: điều khai lúc ghi có đúng sự thật không; những gì chưa bao giờ được ghi; nội dung đã bị giữ lại đối với người xuất tệp; việc sửa trước khi niêm phong (khoảng một giây); trong tệp của một vụ việc hay đơn vị: các sự kiện cuối, hay cả một vụ việc, bị lấy ra khỏi tệp.',
    ],
    en: [
      'This file holds the recorded events of a case, a unit or the whole log, one a line, with proof that they are in the sealed log.',
      lineEn,
      'Each event is followed by the evidence files it declares: SHA-256, size in bytes, media type. The files themselves are not in here.',
      'To verify: open verify.html in a browser (no network needed), or run “npm run verify -- FILE --key KEY” (with Node and verify.mjs alone: “node verify.mjs FILE --key KEY”).',
      'Get the key another way (on paper, from the office’s site), never from this file; and so the two verifiers.',
      'If you keep an older checkpoint (the QR code on minutes, conclusions, exports), add “--pinned FILE”: then the log is known to have only grown.',
      'If you have the evidence files, add “--evidence FOLDER”: which are as declared, which were altered, which are missing.',
      'Verification tells that content, author, time of recording and order were not changed after sealing.',
      'It does not tell whether what was recorded was true; what was never recorded; what was withheld from whoever exported this; what was changed before sealing (about a second); in the file of a case or a unit: whether its last events, or a whole case, were left out.',
    ],
  };
}
