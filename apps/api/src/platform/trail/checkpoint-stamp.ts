import { generate, correction, mode } from 'lean-qr';
import { toPngBuffer } from 'lean-qr/extras/node_export';
import { toSvgSource } from 'lean-qr/extras/svg';
import type { Trail } from './trail.js';
import type { Sealed } from './trail-store.js';

/** The newest checkpoint as documents carry it: whoever keeps the paper keeps a checkpoint that nobody can take back. */
export interface CheckpointStamp {
  readonly origin: string;
  readonly size: number;
  /** SHA-256 in base64. */
  readonly root: string;
  /** Server clock, when it was signed. */
  readonly sealedAt: string;
  /** The signed note; kept in a file, it is what the verifiers take as `--pinned`. */
  readonly note: string;
  /** One line of text with origin, size and root, for documents without pictures. */
  readonly lineVi: string;
  readonly lineEn: string;
  /** `qrText` as a picture: an SVG without colours of its own but black on white, its quiet zone included. */
  readonly qrSvg: string;
  /** The note with the newest key's signature alone: a signed note by itself, and small enough to be read off paper. */
  readonly qrText: string;
}

/** Null where the log has no trail, or nothing of it is sealed yet. @throws StoreUnavailable */
export async function newestStamp({ store }: Pick<Trail, 'store'>): Promise<CheckpointStamp | null> {
  const sealed = (await store?.latest()) ?? null;
  return sealed && stampOf(sealed);
}

export function stampOf(sealed: Pick<Sealed, 'note' | 'sealedAt'>): CheckpointStamp {
  // The picture costs some milliseconds, and a page of exports asks for the same one again and again.
  if (remembered?.note !== sealed.note) remembered = drawn(sealed);
  return remembered;
}

let remembered: CheckpointStamp | null = null;

function drawn({ note, sealedAt }: Pick<Sealed, 'note' | 'sealedAt'>): CheckpointStamp {
  const [origin = '', size = '', root = '', , signature = ''] = note.split('\n');
  const qrText = `${origin}\n${size}\n${root}\n\n${signature}\n`;
  return {
    origin,
    size: Number(size),
    root,
    sealedAt,
    note,
    lineVi: `Điểm niêm phong: sổ ${origin}, ${size} sự kiện, mã gốc ${root}, ký lúc ${sealedAt}`,
    lineEn: `Checkpoint: log ${origin}, ${size} events, root ${root}, signed at ${sealedAt}`,
    qrSvg: toSvgSource(codeOf(qrText), { on: 'black', off: 'white' }),
    qrText,
  };
}

/** The stamp's code for documents that take no SVG: a PNG, square, black on white, its quiet zone included. */
export function qrPng({ qrText }: Pick<CheckpointStamp, 'qrText'>): { readonly png: Buffer; readonly pixels: number } {
  const code = codeOf(qrText);
  const [quiet, scale] = [4, 4];
  const png = Buffer.from(toPngBuffer(code, { on: [0, 0, 0], off: [255, 255, 255], pad: quiet, scale }));
  return { png, pixels: (code.size + 2 * quiet) * scale };
}

function codeOf(text: string) {
  // M: a fold or a stamp over a seventh of it does no harm, and 225 bytes make 61 modules: half a millimetre each at 3.5 cm.
  return generate(text, {
    modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8],
    minCorrectionLevel: correction.M,
  });
}
