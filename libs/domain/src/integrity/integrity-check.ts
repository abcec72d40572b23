import type { Actor } from '../access/person.js';
import type { Text } from '../checklists/checklist.js';
import type { Decider } from '../kernel/decider.js';
import type { Instant, PersonId } from '../kernel/recorded.js';
import type { Upcasts } from '../kernel/upcast.js';

/** What a check can find, and how people say it. */
export const differenceWords = {
  'position-missing': { vi: 'thiếu sự kiện trong sổ', en: 'an event is missing from the log' },
  'leaf-mismatch': { vi: 'sự kiện khác với lúc ghi', en: 'an event is not what was recorded' },
  'payload-not-canonical': { vi: 'nội dung không ở dạng chuẩn', en: 'a payload is not canonical JSON' },
  'clock-backwards': { vi: 'thời điểm ghi lùi lại', en: 'the time of recording runs backwards' },
  'stream-gap': { vi: 'thứ tự trong hồ sơ không liền', en: 'the versions of a stream are not 1 to n' },
  'command-gap': { vi: 'thứ tự trong một lệnh không liền', en: 'the events of a command are not 0 to n' },
  'tile-mismatch': { vi: 'cây niêm phong không khớp các sự kiện', en: 'the tree is not that of the events' },
  'checkpoint-mismatch': { vi: 'mốc niêm phong không khớp các sự kiện', en: 'a checkpoint is not that of the events' },
  'signature-invalid': {
    vi: 'chữ ký của mốc niêm phong không đúng',
    en: 'a checkpoint is not signed by a key of the log',
  },
  'published-mismatch': {
    vi: 'sổ không bắt đầu bằng mốc niêm phong đã công bố',
    en: 'the log does not begin with the published checkpoint',
  },
  'view-mismatch': { vi: 'bảng số liệu khác với khi dựng lại', en: 'a view differs from one made anew' },
  'guard-missing': {
    vi: 'thiếu lớp chống sửa xóa của cơ sở dữ liệu',
    en: 'the database lacks a trigger or a grant that guards the log',
  },
} as const satisfies Readonly<Record<string, Text>>;
export type DifferenceKind = keyof typeof differenceWords;
export const differenceKinds = Object.keys(differenceWords) as readonly DifferenceKind[];

/** What a check may have to leave out, and how people say it. */
export const uncheckedWords = {
  'evidence-bytes': {
    vi: 'nội dung các tệp bằng chứng (hệ thống chưa giữ tệp)',
    en: 'the bytes of evidence files (none are kept yet)',
  },
  trail: { vi: 'cây niêm phong (sổ này chưa có)', en: 'the tree (this log has none yet)' },
  signatures: {
    vi: 'chữ ký của các mốc niêm phong (không có khóa)',
    en: 'signatures of checkpoints (no key was given)',
  },
  'published-checkpoint': { vi: 'mốc niêm phong đã công bố', en: 'the published checkpoint' },
  view: { vi: 'bảng số liệu', en: 'a view' },
} as const satisfies Readonly<Record<string, Text>>;
export type UncheckedKind = keyof typeof uncheckedWords;
export const uncheckedKinds = Object.keys(uncheckedWords) as readonly UncheckedKind[];

/** How often one kind of difference was found, and where first. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly count: number;
  /** Of the first event it is about; null where it is about none. */
  readonly position: number | null;
  /** What else there is to name of the first one: a view and its row's key, a tile, a statement that is wanting. */
  readonly at: string | null;
}

export interface Unchecked {
  readonly what: UncheckedKind;
  readonly at: string | null;
}

/** What one pass over the whole store came to. */
export interface IntegrityReport {
  readonly startedAt: Instant;
  readonly tookMs: number;
  readonly events: number;
  /** Position of the last event that was looked at. */
  readonly size: number;
  /** The newest one that was held against the events; root in base64. */
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
  readonly checkpoints: number;
  readonly tiles: number;
  readonly views: number;
  readonly rows: number;
  /** Files declared by their digest. */
  readonly evidence: number;
  readonly differences: readonly Difference[];
  readonly notChecked: readonly Unchecked[];
}

export type IntegrityCheckEvents = {
  /** Looked over by a process of its own (kiểm tra toàn vẹn): the whole log, its tree and every view of it. */
  IntegrityChecked: IntegrityReport & { readonly checkedBy: PersonId };
};

export type IntegrityCheckCommands = { RecordIntegrityCheck: IntegrityReport & { readonly by: Actor } };

export type IntegrityCheckState =
  | { readonly status: 'absent' }
  | { readonly status: 'recorded'; readonly report: IntegrityReport };

export const integrityCheckUpcasts: Upcasts<IntegrityCheckEvents> = {};

/** The process that checks, as the one who acts. */
export const integrityChecker = { id: 'system:fsck', name: 'Soát', role: 'system', unitId: null } as const;

/** Each check is a stream of its own, of one event: what was found is never taken back. */
export const integrityCheck: Decider<IntegrityCheckState, IntegrityCheckCommands, IntegrityCheckEvents> = {
  initial: { status: 'absent' },
  decide: {
    RecordIntegrityCheck: (state, { by, ...report }) =>
      state.status === 'absent' ? [{ type: 'IntegrityChecked', data: { ...report, checkedBy: by.id } }] : [],
  },
  evolve: {
    IntegrityChecked: (_, { checkedBy: __, ...report }) => ({ status: 'recorded', report }),
  },
};

/** One difference as people say it. */
export function differenceText({ kind, count, position, at }: Difference): Text {
  const { vi, en } = differenceWords[kind];
  const place = { vi: placeOf('sự kiện', position, at), en: placeOf('event', position, at) };
  return {
    vi: `${vi}: ${count} chỗ${place.vi && `, trước hết là ${place.vi}`}`,
    en: `${en}: ${count} found${place.en && `, the first ${place.en}`}`,
  };
}

export function uncheckedText({ what, at }: Unchecked): Text {
  const { vi, en } = uncheckedWords[what];
  return { vi: at ? `${vi} ${at}` : vi, en: at ? `${en}: ${at}` : en };
}

function placeOf(noun: string, position: number | null, at: string | null): string {
  return [...(position === null ? [] : [`${noun} ${position}`]), ...(at === null ? [] : [at])].join(', ');
}
