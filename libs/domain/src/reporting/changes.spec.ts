import { describe, expect, it } from '@jest/globals';
import { inspection } from '../inspection/inspection.js';
import type { InspectionEvents } from '../inspection/facts.js';
import { fold, type Message } from '../kernel/decider.js';
import { planAgainstDone } from '../programme/plan-against-done.js';
import { programmeList } from '../programme/programme-list.view.js';
import { recommendation } from '../recommendation/recommendation.js';
import { people, programmeId, recorded, streams } from '../testing/fixtures.js';
import { oneFound, oneFoundSigned, ordered, underFollowUp } from '../testing/inspection-histories.js';
import { adopted, type ProgrammeEvent, staffWithdrawn, wasteAdded } from '../testing/programme-histories.js';
import { awaiting, issuedNow, type RecommendationEvent, verified } from '../testing/recommendation-histories.js';
import { rowOf } from '../testing/rows.js';
import type { Change } from './changes.js';
import { inspectionChanges } from './inspection-changes.js';
import { programmeChanges } from './programme-changes.js';
import { recommendationChanges } from './recommendation-changes.js';
import { type UnitFigures, unitChanges } from './unit-changes.js';

/** The words of a change, to be read in one line. */
const told = (changes: readonly Change[]) => changes.map(({ vi, en }) => `${vi} | ${en}`);

describe('what changed between two dates', () => {
  describe('of a unit', () => {
    const figures: UnitFigures = {
      name: 'UBND phường 1',
      headName: 'Nguyễn Văn Hòa',
      inspectionsStarted: 2,
      inspectionsEnded: 2,
      findings: { minor: 3, major: 1, critical: 0 },
      correctedOnSite: 1,
      repeated: 0,
      persisting: 0,
      recommendationsIssued: 5,
      open: 5,
      overdue: 2,
      dueSoon: 1,
      awaitingVerification: 0,
      returned: 0,
      suspended: 0,
      extensionsAsked: 0,
      escalated: 0,
      implemented: 0,
      notImplemented: 0,
      ratios: { onTime: { numerator: 0, denominator: 0 }, onTimeOriginally: { numerator: 0, denominator: 0 } },
      amountToRecover: 1_250_000,
      amountRecovered: 0,
      extensionsGranted: 0,
      timesOverdue: 2,
      reminders: 4,
      escalations: 0,
      sanctionsImposed: 0,
      nextDueOn: '2026-04-30',
    };

    it('is its figures, before and after', () => {
      const later: UnitFigures = {
        ...figures,
        findings: { ...figures.findings, major: 2 },
        repeated: 1,
        open: 3,
        overdue: 0,
        implemented: 2,
        ratios: { ...figures.ratios, onTime: { numerator: 1, denominator: 2 } },
        amountRecovered: 1_250_000,
        nextDueOn: '2026-07-15',
      };
      const changes = unitChanges(figures, later);
      expect(told(changes)).toEqual([
        'Tồn tại nặng: 1 → 2 | Major findings: 1 → 2',
        'Tồn tại tái phạm: 0 → 1 | Repeated findings: 0 → 1',
        'Kiến nghị đang mở: 5 → 3 | Open recommendations: 5 → 3',
        'Kiến nghị quá hạn: 2 → 0 | Overdue recommendations: 2 → 0',
        'Kiến nghị đã khắc phục: 0 → 2 | Recommendations implemented: 0 → 2',
        'Đúng hạn (hạn hiện hành): 0/0 → 1/2 | On time (due date in force): 0/0 → 1/2',
        'Tiền đã thu hồi: 0 đồng → 1.250.000 đồng | Money recovered: 0 đồng → 1.250.000 đồng',
        'Hạn gần nhất: 30/04/2026 → 15/07/2026 | Next due date: 30/04/2026 → 15/07/2026',
      ]);
      expect(changes[2]).toMatchObject({ field: 'open', before: 5, after: 3 });
      expect(changes[5]).toMatchObject({
        before: { numerator: 0, denominator: 0 },
        after: { numerator: 1, denominator: 2 },
      });
    });

    it('is nothing between two moments that say the same, and no zero of a unit that was not there', () => {
      expect(unitChanges(figures, { ...figures })).toEqual([]);
      const first = unitChanges(null, figures);
      expect(first.map(({ field }) => field)).not.toContain('implemented');
      expect(first.map(({ field }) => field)).not.toContain('ratios.onTime');
      expect(told(first)).toContain('Kiến nghị đang mở: chưa có → 5 | Open recommendations: none yet → 5');
    });
  });

  describe('of an inspection', () => {
    const standing = (...events: readonly Message<InspectionEvents>[]) => {
      const state = fold(inspection, events);
      if (state.status === 'absent') throw new Error('nobody ordered it');
      return state;
    };

    it('is where it stands, what was found, which papers there are', () => {
      expect(told(inspectionChanges(standing(ordered), standing(...oneFoundSigned)))).toEqual([
        'Trạng thái: đã phân công → đã ký biên bản | Status: assigned → minutes signed',
        'Kiểm tra tại đơn vị: chưa có → đã bắt đầu ngày 09/05/2023 tại Bộ phận Một cửa | Fieldwork: none yet → started on 09/05/2023 at Bộ phận Một cửa',
        'Mục đã trả lời: 0 → 4 | Items answered: 0 → 4',
        'Mục đạt: 0 → 2 | Items passed: 0 → 2',
        'Tồn tại: 0 → 1 | Findings: 0 → 1',
        'Tồn tại TT-01: chưa có → đã ghi nhận | Finding TT-01: none yet → recorded',
        'Tồn tại TT-01, mức độ: chưa có → nhẹ | Finding TT-01, severity: none yet → minor',
        'Tồn tại TT-01, hiện trạng: chưa có → Tồn tại của mục OSC-02 | Finding TT-01, condition: none yet → Tồn tại của mục OSC-02',
        'Tồn tại TT-01, thông báo cho đơn vị: chưa có → 09/05/2023 | Finding TT-01, communicated to the unit: none yet → 09/05/2023',
        'Biên bản: chưa có → 03/BB-ĐKT, đã ký ngày 09/05/2023 | Minutes: none yet → 03/BB-ĐKT, signed on 09/05/2023',
      ]);
      expect(told(inspectionChanges(standing(...oneFoundSigned), standing(...underFollowUp)))).toEqual([
        'Trạng thái: đã ký biên bản → đang theo dõi khắc phục | Status: minutes signed → under follow-up',
        'Kiến nghị đã ban hành: 0 → 1 | Recommendations issued: 0 → 1',
      ]);
    });

    it('is what became of a finding', () => {
      const withdrawn: Message<InspectionEvents> = {
        type: 'FindingWithdrawn',
        data: {
          findingId: 'finding-1',
          number: 'TT-01',
          severity: 'minor',
          isCorrectedOnSite: false,
          reason: 'Không còn căn cứ',
          withdrawnBy: people.lead.id,
        },
      };
      expect(told(inspectionChanges(standing(...oneFound), standing(...oneFound, withdrawn)))).toEqual([
        'Mục không đạt mà không ghi tồn tại: 0 → 1 | Failed items without a finding: 0 → 1',
        'Tồn tại: 1 → 0 | Findings: 1 → 0',
        'Tồn tại TT-01: đã ghi nhận → đã rút | Finding TT-01: recorded → withdrawn',
        'Tồn tại TT-01, rút vì: chưa có → Không còn căn cứ | Finding TT-01, withdrawn because: none yet → Không còn căn cứ',
      ]);
    });
  });

  it('of a recommendation is its status, its dates, its proofs and what was said to them', () => {
    const known = (...events: readonly RecommendationEvent[]) => {
      const state = fold(recommendation, events);
      if (state.status === 'absent') throw new Error('nobody issued it');
      return state;
    };
    expect(told(recommendationChanges(known(issuedNow), known(...awaiting, verified())))).toEqual([
      'Trạng thái: đã giao đơn vị → đã xác minh | Status: issued → verified',
      'Lần nộp minh chứng: 0 → 1 | Proofs submitted: 0 → 1',
      'Người đã tham gia khắc phục: 0 → 1 | People who worked on it: 0 → 1',
      'Xác minh: chưa có → đạt, minh chứng lần 1, đúng hạn | Verification: none yet → met, proof 1, on time',
    ]);
  });

  it('of a programme is its items, as planned and as done', () => {
    const shown = (...events: readonly ProgrammeEvent[]) => {
      const row = rowOf(
        programmeList,
        programmeId,
        recorded(...events.map((event) => [streams.programme, event] as const)),
      );
      return { ...row, items: planAgainstDone(row, [], people.leader, '2023-05-04') };
    };
    expect(told(programmeChanges(shown(adopted), shown(adopted, wasteAdded, staffWithdrawn)))).toEqual([
      'Lần điều chỉnh: 0 → 2 | Amendments: 0 → 2',
      'Mục 6.3, bỏ khỏi kế hoạch vì: chưa có → Tỉnh đã kiểm tra | Item 6.3, withdrawn because: none yet → Tỉnh đã kiểm tra',
      'Mục 6.3, tình trạng: chưa thực hiện → đã bỏ khỏi kế hoạch | Item 6.3, standing: not begun → withdrawn from the plan',
      'Mục 6.9: chưa có → 6.9 Kiểm tra vận hành, xử lý chất thải. | Item 6.9: none yet → 6.9 Kiểm tra vận hành, xử lý chất thải.',
      'Mục 6.9, thời gian: chưa có → hàng quý | Item 6.9, time: none yet → hàng quý',
      'Mục 6.9, chủ trì: chưa có → Phòng Tài nguyên và Môi trường | Item 6.9, lead: none yet → Phòng Tài nguyên và Môi trường',
      'Mục 6.9, hình thức: chưa có → theo kế hoạch | Item 6.9, kind of check: none yet → planned',
      'Mục 6.9, tình trạng: chưa có → chậm | Item 6.9, standing: none yet → behind',
    ]);
  });
});
