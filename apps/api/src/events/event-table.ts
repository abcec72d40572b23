import type { EventListed } from './event-search.js';

/** A column of an exported history. */
export interface EventColumn {
  /** Vietnamese first. */
  readonly heading: string;
  /** In characters, where the program shows columns. */
  readonly width: number;
  readonly cell: (event: EventListed) => string | number | null;
}

export const eventColumns: readonly EventColumn[] = [
  { heading: 'Vị trí (position)', width: 10, cell: ({ position }) => position },
  { heading: 'Thời điểm ghi, UTC (recorded)', width: 26, cell: ({ recordedAt }) => recordedAt },
  { heading: 'Thời điểm xảy ra, UTC (occurred)', width: 26, cell: ({ occurredAt }) => occurredAt },
  { heading: 'Ngày văn bản (legal date)', width: 14, cell: ({ effectiveOn }) => effectiveOn },
  { heading: 'Đơn vị (unit)', width: 28, cell: ({ unitName }) => unitName },
  { heading: 'Số văn bản (case)', width: 18, cell: ({ caseNumber }) => caseNumber },
  { heading: 'Nội dung', width: 80, cell: ({ sentenceVi }) => sentenceVi },
  { heading: 'Nội dung, tiếng Anh (in English)', width: 80, cell: ({ sentenceEn }) => sentenceEn },
  { heading: 'Người thực hiện (who)', width: 24, cell: ({ actorName, actor }) => actorName ?? actor },
  { heading: 'Mã người (id)', width: 14, cell: ({ actor }) => actor },
  { heading: 'Vai trò (role)', width: 16, cell: ({ role }) => role },
  {
    heading: 'Thay mặt (on behalf of)',
    width: 24,
    cell: ({ onBehalfOfName, onBehalfOf }) => onBehalfOfName ?? onBehalfOf,
  },
  { heading: 'Loại sự kiện (type)', width: 28, cell: ({ type }) => type },
  { heading: 'Hồ sơ (stream)', width: 16, cell: ({ streamCategory }) => streamCategory },
  { heading: 'Mã hồ sơ (stream id)', width: 38, cell: ({ streamId }) => streamId },
  { heading: 'Thứ tự trong hồ sơ (version)', width: 10, cell: ({ version }) => version },
  { heading: 'Mã sự kiện (event id)', width: 38, cell: ({ eventId }) => eventId },
  { heading: 'Mô phỏng (simulated)', width: 10, cell: ({ isSimulated }) => (isSimulated ? 'có' : null) },
];
