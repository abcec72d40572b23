import { addDays, type BudgetLine, type Evidence, type Instant, type LedgerRow, type LegalDate } from '@soat/domain';
import type { Fate } from './fate.js';
import { declared } from './answers.js';
import type { SeededRandom } from './random.js';

type Fails = Readonly<Record<string, Fate>>;

const purposes: readonly string[] = [
  'Xây cầu nông thôn ấp Vĩnh Biên',
  'Thắp sáng đường quê',
  'Bê tông hóa đường liên ấp',
  'Sửa nhà văn hóa ấp',
  'Quỹ khuyến học, mua máy lọc nước trường học',
  'Nạo vét kênh nội đồng',
];

/** A hamlet's ledger of forty households, with what does not add up where the plot has the items fail. */
export function ledgerOf(fails: Fails, on: LegalDate, random: SeededRandom): readonly LedgerRow[] {
  const isFailed = (itemCode: string) => fails[itemCode] !== undefined;
  const purpose = random.pick(purposes);
  return Array.from({ length: 40 }, (_, index): LedgerRow => {
    const collectedOn = addDays(on, -random.between(20, 60));
    const amount = isFailed('VCA-04') && index > 3 ? 500_000 : random.between(2, 60) * 50_000 + index * 1_000;
    const isWithout = isFailed('VCA-08') && index === 11;
    const isHeld = isFailed('VCA-10') && index === 23;
    const number = index + 101 + (isFailed('VCA-08') && index > 30 ? 2 : 0);
    const wait = isFailed('VCA-11') && index === 5 ? 17 : random.between(0, 4);
    return {
      line: index + 2,
      receipt: isWithout ? null : `AA/${String(number).padStart(4, '0')}`,
      collectedOn: isHeld ? addDays(on, -3) : collectedOn,
      household: `Hộ số ${index + 1}`,
      purpose,
      form: 'money',
      receiptAmount: isWithout ? 0 : amount,
      amount: isWithout ? 0 : amount,
      depositedOn: isHeld ? null : addDays(collectedOn, wait),
      depositedAmount: isHeld ? null : isWithout ? 0 : amount,
    };
  });
}

export function ledgerFile(on: LegalDate, at: Instant, random: SeededRandom): Evidence {
  return { ...declared('record', `so-dong-gop-${on}`, at, random), mediaType: 'text/csv' };
}

/** A commune's budget in four lines; one of them lies apart where the plot has the match fail. */
export function budgetLinesOf(fails: Fails, random: SeededRandom): readonly BudgetLine[] {
  const apart = fails['CBD-15'] === undefined ? 0 : random.between(1, 20) * 250_000;
  return ['Thu hưởng 100%', 'Thu phân chia theo tỷ lệ', 'Thu bổ sung từ ngân sách cấp trên', 'Chi thường xuyên'].map(
    (name, index) => {
      const sum = random.between(2_000, 60_000) * 100_000;
      return {
        code: String(index + 1),
        name,
        published: sum,
        resolved: sum,
        treasury: index === 3 ? sum - apart : sum,
      };
    },
  );
}

export function budgetPeriodOf(on: LegalDate): string {
  return `Dự toán năm ${on.slice(0, 4)}`;
}
