import {
  budgetDisclosureCheck,
  type ChecklistEdition,
  contributionsAudit,
  type InspectionType,
  type LegalDate,
  oneStopSpotCheck,
  type ProgrammeItem,
  type Regime,
  type Uuid,
} from '@soat/domain';
import { financeId, homeAffairsId, townId } from './cast.js';
import { budgetItemAddedOn, orderedBy } from './programmes.js';

/** What is checked, by which line of the plan, in whose name, and where in the unit. */
export interface Subject {
  readonly checklist: ChecklistEdition;
  readonly programmeItem: (on: LegalDate) => ProgrammeItem;
  readonly regime: Regime;
  readonly type: InspectionType;
  readonly orderedBy: Uuid;
  readonly place: string;
  /** Whom the unit sends to sign. */
  readonly representative: string;
  /** Items that cannot be answered on that day, each with the reason. */
  readonly notApplicable: (on: LegalDate) => Readonly<Record<string, string>>;
}

type Undue = Subject['notApplicable'];

const nothing: Undue = () => ({});

const unpaidOnline: Undue = (on) =>
  on < '2025-07-01' ? { 'OSC-20b': 'Bộ phận Một cửa chưa mở thanh toán trực tuyến trong kỳ kiểm tra.' } : nothing(on);

const undueQuarters: Undue = (on) =>
  Object.fromEntries(
    [
      { code: 'CBD-03', from: '04-16', reason: 'Chưa đến hạn công khai quý I.' },
      { code: 'CBD-04', from: '07-16', reason: 'Chưa đến hạn công khai 6 tháng.' },
      { code: 'CBD-05', from: '10-16', reason: 'Chưa đến hạn công khai 9 tháng.' },
    ].flatMap(({ code, from, reason }) => (on.slice(5) < from ? [[code, reason]] : [])),
  );

const counters = {
  checklist: oneStopSpotCheck,
  regime: 'internal-check',
  orderedBy: homeAffairsId,
  place: 'Bộ phận Một cửa',
  representative: 'Phụ trách Bộ phận Một cửa',
  notApplicable: unpaidOnline,
} as const;

const accounts = {
  regime: 'internal-check',
  place: 'Bộ phận Tài chính - Kế toán',
  representative: 'Công chức Tài chính - Kế toán',
} as const;

const disclosure = { ...accounts, checklist: budgetDisclosureCheck, notApplicable: undueQuarters } as const;

const donations = { ...accounts, checklist: contributionsAudit, notApplicable: nothing } as const;

function by(activity: string): Subject['programmeItem'] {
  return (on) => orderedBy(Number(on.slice(0, 4)), activity);
}

/** Subjects by the activity of the plan they carry out, and those the plan has beside its activities. */
export const subjects = {
  guidance: { ...disclosure, programmeItem: by('6.1'), type: 'planned', orderedBy: townId },
  oneStop: { ...counters, programmeItem: by('6.2'), type: 'unannounced' },
  staff: { ...counters, programmeItem: by('6.3'), type: 'thematic' },
  contributions: { ...donations, programmeItem: by('6.4'), type: 'planned', orderedBy: financeId },
  /** As a spot check of the ledger, before anybody can put it in order. */
  contributionsAtOnce: { ...donations, programmeItem: by('6.4'), type: 'unannounced', orderedBy: homeAffairsId },
  information: { ...disclosure, programmeItem: by('6.5'), type: 'planned', orderedBy: homeAffairsId },
  procedures: { ...counters, programmeItem: by('6.6'), type: 'planned' },
  poverty: { ...donations, programmeItem: by('6.7'), type: 'thematic', orderedBy: homeAffairsId },
  schoolFees: {
    ...donations,
    programmeItem: by('6.8'),
    type: 'thematic',
    orderedBy: financeId,
    place: 'Trường tiểu học, trung học cơ sở',
  },
  waste: { ...donations, programmeItem: by('6.9'), type: 'planned', orderedBy: homeAffairsId, place: 'Tổ thu gom rác' },
  budget: {
    ...disclosure,
    // A task of the plan beside its nine activities, until it became one of them.
    programmeItem: (on) =>
      on.startsWith(budgetItemAddedOn.slice(0, 4)) && on >= budgetItemAddedOn
        ? by('6.10')(on)
        : {
            plan: 'Kế hoạch PAPI năm 2023 của thị xã Vĩnh Châu',
            item: 'V.9',
            text: 'Chú trọng việc thực hiện công khai ngân sách ở xã, phường',
            link: null,
          },
    regime: 'sectoral-check',
    type: 'unannounced',
    orderedBy: financeId,
  },
  /** phúc tra: whether what was told is done, by the same checklist. */
  followUp: { ...counters, programmeItem: by('6.2'), type: 'follow-up' },
  /** thanh tra by the town. */
  inspectorate: {
    ...donations,
    programmeItem: by('6.4'),
    regime: 'state-inspection',
    type: 'planned',
    orderedBy: townId,
  },
  selfCheck: { ...counters, programmeItem: by('6.2'), regime: 'self-check', type: 'self-check' },
} as const satisfies Record<string, Subject>;
