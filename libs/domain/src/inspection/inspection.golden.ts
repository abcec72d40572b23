import type { Samples } from '../kernel/upcast.js';
import type { InspectionEvents } from './facts.js';

/** As they were stored, in the order they may happen in. Never edit a sample: what it stands for is in somebody's log. */
export const inspectionSamples: Samples<InspectionEvents> = {
  InspectionOrdered: [
    {
      number: '12/QĐ-UBND',
      signedOn: '2023-05-08',
      basis: 'Kế hoạch cải thiện Chỉ số PAPI năm 2023',
      regime: 'internal-check',
      type: 'unannounced',
      programmeItem: { plan: 'Kế hoạch 45/KH-UBND', item: '6.2', text: 'Kiểm tra đột xuất Bộ phận Một cửa' },
      unit: {
        id: '01890000-0000-7000-8000-000000031783',
        name: 'UBND phường 1',
        code: '31783',
        kind: 'ward',
        parentId: '01890000-0000-7000-8000-000000000950',
        headName: 'Nguyễn Văn Hòa',
      },
      orderedBy: {
        body: {
          id: '01890000-0000-7000-8000-000000000951',
          name: 'Phòng Nội vụ',
          code: '950-NV',
          kind: 'department',
          parentId: '01890000-0000-7000-8000-000000000950',
          headName: null,
        },
        person: { name: 'Lý Thị Thu Hà', title: 'Trưởng phòng Nội vụ' },
      },
      checklist: {
        kind: 'one-stop-spot-check',
        edition: 1,
        title: { vi: 'Phiếu kiểm tra đột xuất Bộ phận Một cửa', en: 'Spot check of a one-stop counter' },
        items: [
          {
            code: 'OSC-02',
            section: 'A',
            question: { vi: 'Đã gỡ thủ tục hết hiệu lực?', en: 'Are lapsed procedures taken down?' },
            verifiedBy: { vi: 'Xem bảng niêm yết', en: 'Look at the board' },
            answer: { kind: 'yesNo', passWhen: true },
            severity: 'minor',
            evidence: { requiredWhen: 'failed', kinds: ['photo', 'document'] },
            phrases: [{ vi: 'Còn niêm yết thủ tục đã hết hiệu lực', en: 'Lapsed procedures are still posted' }],
            remedy: { vi: 'Niêm yết lại', en: 'Post anew' },
            verificationPoints: [{ vi: 'Ảnh bảng niêm yết mới', en: 'A photo of the new board' }],
            indices: ['P5', 'PAR 3.2.2'],
            basis: [{ text: { vi: 'Công khai', en: 'Disclosure' }, source: 'ND 61/2018', confirmed: false }],
          },
          {
            code: 'OSC-09',
            section: 'B',
            question: { vi: 'Tỷ lệ hồ sơ đúng hạn', en: 'Share of dossiers on time' },
            verifiedBy: { vi: 'Trích xuất từ hệ thống', en: 'Extract from the system' },
            answer: {
              kind: 'ratio',
              numerator: { vi: 'Đúng hạn', en: 'On time' },
              denominator: { vi: 'Đã giải quyết', en: 'Settled' },
              isShare: true,
              passWhen: { atLeast: 9500 },
              targetSource: 'Kế hoạch năm 2024',
              sampleMin: 20,
            },
            severity: 'major',
            evidence: { requiredWhen: 'always', kinds: ['record'] },
            phrases: [],
            remedy: { vi: 'Giải quyết đúng hạn', en: 'Settle on time' },
            verificationPoints: [{ vi: 'Trích xuất quý sau', en: 'The extract of the next quarter' }],
            indices: [],
            basis: [],
          },
          {
            code: 'OSC-25',
            section: 'E',
            question: { vi: 'Kiến nghị trước đã thực hiện?', en: 'Were earlier recommendations carried out?' },
            verifiedBy: { vi: 'Hệ thống', en: 'The system' },
            answer: { kind: 'derived', from: 'earlier-recommendations', passWhen: { atLeast: 10000 } },
            severity: 'critical',
            evidence: { requiredWhen: 'failed', kinds: ['record'] },
            phrases: [{ vi: 'Chưa thực hiện hết', en: 'Not all carried out' }],
            remedy: { vi: 'Thực hiện hết', en: 'Carry all out' },
            verificationPoints: [{ vi: 'Báo cáo', en: 'A report' }],
            indices: ['P3.1'],
            basis: [],
          },
        ],
      },
      team: [
        {
          personId: 'hai',
          name: 'Lê Hoàng Hải',
          role: 'lead',
          unitId: '01890000-0000-7000-8000-000000000951',
        },
        { personId: 'nam', name: 'Võ Thành Nam', role: 'member', unitId: null },
      ],
    },
  ],
  UnannouncedInspectionStarted: [{ place: 'Bộ phận Một cửa', startedBy: 'hai' }],
  ChecklistItemMarkedNotApplicable: [
    { itemCode: 'OSC-25', reason: 'Đơn vị chưa có kiến nghị của lần kiểm tra trước.', answeredBy: 'hai' },
  ],
  EvidenceCaptured: [
    {
      itemCode: 'OSC-02',
      evidence: [
        {
          sha256: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          size: 245760,
          mediaType: 'image/jpeg',
          name: 'bang-niem-yet.jpg',
          kind: 'photo',
          capturedAt: '2023-05-09T01:30:00.000Z',
        },
      ],
      capturedBy: 'nam',
    },
  ],
  ChecklistItemAnswered: [
    {
      itemCode: 'OSC-02',
      value: { kind: 'yesNo', yes: false },
      outcome: 'fail',
      note: null,
      evidence: [
        {
          sha256: 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
          size: 245760,
          mediaType: 'image/jpeg',
          name: 'bang-niem-yet.jpg',
          kind: 'photo',
          capturedAt: '2023-05-09T01:30:00.000Z',
        },
      ],
      answeredBy: 'nam',
    },
  ],
  ChecklistAnswerCorrected: [
    {
      itemCode: 'OSC-09',
      previous: { status: 'not-applicable', reason: 'Chưa có hồ sơ' },
      corrected: {
        status: 'answered',
        value: { kind: 'ratio', numerator: 19, denominator: 20 },
        outcome: 'pass',
        note: 'Lấy mẫu 20 hồ sơ',
        evidence: [],
      },
      reason: 'Đã có số liệu',
      answeredBy: 'nam',
    },
  ],
  FindingRecorded: [
    {
      findingId: '01890000-0000-7000-8000-0000000000f1',
      number: 'TT-01',
      itemCode: 'OSC-02',
      severity: 'minor',
      criteria: { vi: 'Đã gỡ thủ tục hết hiệu lực?', en: 'Are lapsed procedures taken down?' },
      condition: 'Còn niêm yết thủ tục đã hết hiệu lực',
      cause: 'Chưa phân công',
      effect: null,
      amountAtRisk: 150000,
      place: 'Bộ phận Một cửa',
      indices: ['P5'],
      evidence: [],
      recordedBy: 'nam',
    },
  ],
  FindingCorrectedOnSite: [
    {
      findingId: '01890000-0000-7000-8000-0000000000f1',
      note: 'Đã treo bảng mới',
      before: [],
      after: [
        {
          sha256: 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',
          size: 1,
          mediaType: 'image/jpeg',
          name: 'sau.jpg',
          kind: 'photo',
          capturedAt: null,
        },
      ],
      recordedBy: 'nam',
    },
  ],
  FindingDiscarded: [
    {
      findingId: '01890000-0000-7000-8000-0000000000f1',
      number: 'TT-01',
      severity: 'minor',
      isCorrectedOnSite: true,
      reason: 'Nhìn nhầm bảng',
      discardedBy: 'hai',
    },
  ],
  ProposedFindingDismissed: [{ itemCode: 'OSC-02', reason: 'Bản in mới đã treo', dismissedBy: 'nam' }],
  FieldworkSuspended: [{ reason: 'Mất điện' }],
  FieldworkResumed: [{ resumedBy: 'hai' }],
  FieldworkEnded: [
    {
      score: {
        passed: 1,
        applicable: 2,
        notApplicable: 1,
        unanswered: 0,
        failedBySeverity: { minor: 1, major: 0, critical: 0 },
      },
    },
  ],
  MinutesSigned: [
    {
      kind: 'signed',
      number: '03/BB-ĐKT',
      signedOn: '2023-05-09',
      lead: { name: 'Lê Hoàng Hải', title: 'Trưởng đoàn kiểm tra' },
      unitRepresentative: { name: 'Trần Thị Mai', title: 'Công chức Văn phòng' },
      reservation: null,
    },
  ],
  MinutesSignedWithReservation: [
    {
      kind: 'signed-with-reservation',
      number: null,
      signedOn: '2023-05-09',
      lead: { name: 'Lê Hoàng Hải', title: 'Trưởng đoàn kiểm tra' },
      unitRepresentative: { name: 'Trần Thị Mai', title: 'Công chức Văn phòng' },
      reservation: 'Đề nghị tính lại hồ sơ do hệ thống đồng bộ chậm',
    },
  ],
  MinutesSignatureRefused: [
    {
      kind: 'refused',
      number: '03/BB-ĐKT',
      signedOn: '2023-05-09',
      lead: { name: 'Lê Hoàng Hải', title: 'Trưởng đoàn kiểm tra' },
      unitRepresentative: { name: 'Trần Thị Mai', title: 'Công chức Văn phòng' },
      reason: 'Không thống nhất cách tính số hồ sơ trễ hạn',
      witness: { name: 'Nguyễn Thị Bảy', title: 'Ủy ban Mặt trận Tổ quốc phường 1' },
    },
  ],
  InspectionCancelled: [{ reason: 'Mưa lũ' }],
  FollowUpStarted: [
    {
      recommendationId: '01890000-0000-7000-8000-0000000000d1',
      findingIds: ['01890000-0000-7000-8000-0000000000f1'],
    },
  ],
  RecommendationSettled: [{ recommendationId: '01890000-0000-7000-8000-0000000000d1', outcome: 'not-implemented' }],
  InspectionClosed: [{ reason: 'all-recommendations-settled' }],
};
