import type { Samples } from '../kernel/upcast.js';
import type { RecommendationEvents } from './recommendation.js';

/** As they were stored, in the order they may happen in. Never edit a sample: what it stands for is in somebody's log. */
export const recommendationSamples: Samples<RecommendationEvents> = {
  RecommendationIssued: [
    {
      number: 'KN-TT-01',
      kind: 'correct-document',
      text: 'Niêm yết lại thủ tục hành chính theo quyết định công bố mới nhất',
      unit: {
        id: '01890000-0000-7000-8000-000000031783',
        name: 'UBND phường 1',
        code: '31783',
        kind: 'ward',
        parentId: '01890000-0000-7000-8000-000000000950',
        headName: 'Nguyễn Văn Hòa',
      },
      source: {
        inspectionId: '01890000-0000-7000-8000-0000000000c1',
        inspectionNumber: '12/QĐ-UBND',
        teamIds: ['hai', 'nam'],
        finalDocument: { kind: 'minutes', number: '03/BB-ĐKT', signedOn: '2023-05-09' },
      },
      findings: [
        {
          findingId: '01890000-0000-7000-8000-0000000000f1',
          number: 'TT-01',
          itemCode: 'OSC-02',
          severity: 'minor',
          criteria: { vi: 'Đã gỡ thủ tục hết hiệu lực?', en: 'Are lapsed procedures taken down?' },
          condition: 'Còn niêm yết thủ tục đã hết hiệu lực',
          place: 'Bộ phận Một cửa',
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
          recordedBy: 'nam',
        },
      ],
      bodies: {
        lead: {
          id: '01890000-0000-7000-8000-000000000951',
          name: 'Phòng Nội vụ',
          code: '950-NV',
          kind: 'department',
          parentId: '01890000-0000-7000-8000-000000000950',
          headName: null,
        },
        coordinating: [
          {
            id: '01890000-0000-7000-8000-000000000950',
            name: 'UBND thị xã Vĩnh Châu',
            code: '950',
            kind: 'town',
            parentId: null,
            headName: 'Trần Quốc Thái',
          },
        ],
        implementing: [
          {
            id: '01890000-0000-7000-8000-000000031783',
            name: 'UBND phường 1',
            code: '31783',
            kind: 'ward',
            parentId: '01890000-0000-7000-8000-000000000950',
            headName: 'Nguyễn Văn Hòa',
          },
        ],
      },
      verificationPoints: ['Ảnh bảng niêm yết mới', 'Văn bản phân công'],
      deadline: {
        rule: {
          profile: 'internal-check-2021',
          purpose: 'remedy-recommendation',
          amount: 15,
          unit: 'working-day',
          startEvent: 'RecommendationIssued',
          confirmed: false,
        },
        startOn: '2023-05-09',
        originalDueOn: '2023-05-30',
        dueOn: '2023-05-30',
        skippedOn: [],
        calendarEdition: 1,
        confirmed: false,
      },
      issuedBy: 'hai',
    },
  ],
  RemediationPlanSubmitted: [
    {
      steps: 'In và treo bảng niêm yết mới',
      responsible: 'Trần Thị Mai',
      plannedOn: '2023-05-20',
      cause: 'Chưa phân công rõ người theo dõi',
      by: 'mai',
    },
  ],
  RemediationProgressReported: [{ percent: 50, note: 'Đang in', by: 'mai' }],
  RemediationObstacleReported: [{ note: 'Nhà in chưa giao', by: 'mai' }],
  RemediationReportedComplete: [
    {
      round: 1,
      note: 'Đã treo bảng mới',
      evidence: [
        {
          sha256: 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc',
          size: 180000,
          mediaType: 'application/pdf',
          name: 'phan-cong.pdf',
          kind: 'document',
          capturedAt: null,
        },
      ],
      submittedOn: '2023-05-25',
      by: 'mai',
    },
  ],
  RemediationVerificationFailed: [
    {
      round: 1,
      reasons: [
        { point: 'Văn bản phân công', reason: 'Chưa ký' },
        { point: null, reason: 'Ảnh mờ' },
      ],
      by: 'binh',
    },
  ],
  RemediationVerified: [
    {
      round: 2,
      points: ['Ảnh bảng niêm yết mới', 'Văn bản phân công'],
      note: null,
      isOnTime: true,
      isOnTimeOriginally: false,
      by: 'binh',
    },
  ],
  RecommendationClosed: [{ outcome: 'implemented', inspectionId: '01890000-0000-7000-8000-0000000000c1', by: 'thai' }],
  RecommendationDeclaredNotImplemented: [
    {
      reason: 'Quá hạn 15 ngày làm việc sau ba lần đôn đốc',
      inspectionId: '01890000-0000-7000-8000-0000000000c1',
      by: 'thai',
    },
  ],
};
