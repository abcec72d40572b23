import { type AnswerValue, assess, type ChecklistItem, countMax, differencesOf } from '../checklists/checklist.js';
import type { LedgerAnalysis, Lines, ReceiptGap } from './contribution-ledger.js';

/** What a working paper says about an item: an answer to take over, and what to write down where it fails. */
export interface AnswerProposal {
  readonly itemCode: string;
  readonly value: AnswerValue;
  readonly outcome: 'pass' | 'fail';
  /** In Vietnamese, as findings are; names the lines it rests on. Null where the item passes. */
  readonly condition: string | null;
  /** Đồng; null where none is told. */
  readonly amountAtRisk: number | null;
  readonly lines: Lines;
}

/**
 * From which share of identical amounts on, and from how many contributions, an even levy is suspected. A proposal of ours,
 * no rule of law: the team decides what it means.
 */
export const identicalAmounts = { shareAbove: 8_000, rowsMin: 10, confirmed: false } as const;

type Told = Omit<AnswerProposal, 'itemCode' | 'outcome'>;

/**
 * What the ledger proposes for the items of the checklist that it can speak to, in the checklist's order. An item that the
 * ledger alone cannot clear (whether a level was fixed) is proposed only where it points to a failure.
 */
export function ledgerProposals(
  analysis: LedgerAnalysis,
  items: readonly Pick<ChecklistItem, 'code' | 'answer'>[],
): readonly AnswerProposal[] {
  return items.flatMap((item): readonly AnswerProposal[] => {
    const told = speakers[item.code]?.(analysis);
    if (!told) return [];
    const assessment = assess(item, told.value);
    if ('code' in assessment) return [];
    const { outcome } = assessment;
    return outcome === 'pass'
      ? [{ itemCode: item.code, outcome, ...told, condition: null, amountAtRisk: null }]
      : [{ itemCode: item.code, outcome, ...told }];
  });
}

const nothing: Lines = { count: 0, first: [] };

const speakers: Readonly<Record<string, (analysis: LedgerAnalysis) => Told | null>> = {
  'VCA-04': ({ identical: { amount, count, of } }) =>
    of >= identicalAmounts.rowsMin && count * 10_000 > identicalAmounts.shareAbove * of
      ? {
          value: { kind: 'yesNo', yes: true },
          condition: `${count}/${of} khoản đóng góp bằng tiền có cùng mức ${dong(amount)}, dấu hiệu ấn định hoặc chia bình quân`,
          amountAtRisk: null,
          lines: nothing,
        }
      : null,
  'VCA-06': ({ duplicates }) => ({
    value: { kind: 'number', value: duplicates.count },
    condition: `${duplicates.count} khoản thu trùng cùng hộ, cùng mục đích (${linesText(duplicates)})`,
    amountAtRisk: null,
    lines: duplicates,
  }),
  'VCA-08': ({ receipts: { needed, issued, without, missing, gaps, usedAgain } }) =>
    needed === 0
      ? null
      : {
          // A number used again is a receipt for one of its lines only; a missing number stands for a contribution nobody knows.
          value: {
            kind: 'ratio',
            numerator: issued - usedAgain.count,
            denominator: Math.min(countMax, needed + missing),
          },
          condition: [
            without.count > 0 ? `${without.count} khoản thu không có biên lai (${linesText(without)})` : null,
            missing > 0 ? `thiếu ${missing} số biên lai (${gaps.map(gapText).join('; ')})` : null,
            usedAgain.count > 0 ? `số biên lai dùng lại (${linesText(usedAgain)})` : null,
          ]
            .filter((part) => part !== null)
            .join('; '),
          amountAtRisk: null,
          lines: without.count > 0 ? without : usedAgain,
        },
  'VCA-10': ({ totals, unequal, deposits, receipts }) => {
    if (receipts.needed === 0) return null;
    const { receipts: first, ledger: second, bank: third } = totals;
    const { apart } = differencesOf({ first, second, third });
    const lines = unequal.count > 0 ? unequal : deposits.pending;
    return {
      value: { kind: 'reconciliation', first, second, third },
      condition: [
        `Tổng biên lai ${dong(first)}, tổng sổ ${dong(second)}, tổng nộp ${dong(third)}: lệch ${dong(apart)}`,
        unequal.count > 0 ? `biên lai khác sổ (${linesText(unequal)})` : null,
        deposits.pending.count > 0 ? `chưa nộp (${linesText(deposits.pending)})` : null,
      ]
        .filter((part) => part !== null)
        .join('; '),
      amountAtRisk: apart,
      lines,
    };
  },
  'VCA-11': ({ deposits: { longestDays, longest } }) =>
    longestDays === null
      ? null
      : {
          value: { kind: 'number', value: longestDays },
          condition: `Chậm nộp tiền thu vào tài khoản, lâu nhất ${longestDays} ngày (${linesText(longest)})`,
          amountAtRisk: null,
          lines: longest,
        },
  'VCA-12': ({ inKind: { rows, booked, handedOver, unvalued } }) =>
    rows === 0
      ? null
      : {
          value: { kind: 'money', amount: booked, reference: handedOver },
          condition: [
            `Giá trị hiện vật, ngày công ghi sổ ${dong(booked)}, theo biên bản giao nhận ${dong(handedOver)}`,
            unvalued.count > 0 ? `chưa quy đổi giá trị (${linesText(unvalued)})` : null,
          ]
            .filter((part) => part !== null)
            .join('; '),
          amountAtRisk: Math.abs(booked - handedOver),
          lines: unvalued,
        },
};

/** `1.250.000 đồng`. */
export function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
}

/** `dòng 4, 7, 12 của sổ`. */
function linesText({ count, first }: Lines): string {
  return `dòng ${first.join(', ')}${count > first.length ? `... (${count} dòng)` : ''} của sổ`;
}

function gapText({ from, to }: ReceiptGap): string {
  return from === to ? from : `${from} đến ${to}`;
}
