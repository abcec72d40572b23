import { compareDays } from '../calendar/legal-day.js';
import type { DeadlineUnit, Regime } from '../calendar/deadline-rule.js';
import type { LegalDate } from '../kernel/recorded.js';
import { refusal } from '../refusals.js';

/** kiểm tra theo kế hoạch, đột xuất, chuyên đề, phúc tra, tự kiểm tra. */
export const inspectionTypes = ['planned', 'unannounced', 'thematic', 'follow-up', 'self-check'] as const;
export type InspectionType = (typeof inspectionTypes)[number];

/** Ends with the minutes (biên bản), or goes on to a conclusion (kết luận). */
export type InspectionPath = 'short' | 'long';

/** What must be done in time between the decision and the file (domain.md 3.2). */
export const inspectionStages = [
  'announce',
  'report',
  'draft',
  'response',
  'superior-opinion',
  'conclusion',
  'publish',
  'publication-period',
  'direct',
  'file',
] as const;
export type InspectionStage = (typeof inspectionStages)[number];

/** How long a stage takes, counted from its start event's legal day. */
export interface StageTerm {
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly source: string;
  /** False for a term nobody has confirmed against the published text. */
  readonly confirmed: boolean;
}

export const publicationChannelKinds = ['portal', 'notice-board', 'broadcast', 'press', 'meeting'] as const;
export type PublicationChannelKind = (typeof publicationChannelKinds)[number];

/** The path, documents, roles and terms an inspection goes by; frozen into its order. */
export interface Procedure {
  /** Id of the regime's profile. */
  readonly profile: string;
  readonly path: InspectionPath;
  /** Whether the unit hears of it before fieldwork starts. */
  readonly isAnnounced: boolean;
  /** Whose people inspect: a self-check (tự kiểm tra) is the unit's own. */
  readonly teamFrom: 'outside' | 'own-unit';
  /** Whether somebody outside the team must appraise the draft (thẩm định). */
  readonly isAppraised: boolean;
  /** Whether the unit must be heard on the draft (giải trình) before the conclusion. */
  readonly isUnitHeard: boolean;
  /** How often fieldwork may be extended. */
  readonly extensionsMax: number;
  /** Channels the conclusion must be published in, whatever else it is. */
  readonly channelsRequired: readonly PublicationChannelKind[];
  readonly channelsMin: number;
  /** Years from the conclusion within which a re-inspection may be ordered. */
  readonly reinspectionYearsMax: number;
  readonly terms: Readonly<Partial<Record<InspectionStage, StageTerm>>>;
}

/** A regime for as long as it is in force. */
export interface RegimeProfile {
  readonly id: string;
  readonly regime: Regime;
  readonly validFrom: LegalDate;
  /** The last day in force; null while it is open. */
  readonly validTo: LegalDate | null;
  readonly source: string;
  readonly confirmed: boolean;
  /** The path of each type the regime offers. */
  readonly paths: Readonly<Partial<Record<InspectionType, InspectionPath>>>;
  readonly rules: Omit<Procedure, 'profile' | 'path' | 'isAnnounced'>;
}

export const inspectionRegimes = [
  'state-inspection',
  'sectoral-check',
  'internal-check',
  'self-check',
] as const satisfies readonly Regime[];

/**
 * The procedure of a type under the regime's profile in force on the day of the order.
 * @throws Rejection when no profile is in force on that day, or the profile has no such type.
 */
export function procedureFor(
  { regime, type, on }: { readonly regime: Regime; readonly type: InspectionType; readonly on: LegalDate },
  profiles: readonly RegimeProfile[] = regimeProfiles,
): Procedure {
  const profile = profiles
    .filter(
      (candidate) =>
        candidate.regime === regime &&
        compareDays(candidate.validFrom, on) <= 0 &&
        (candidate.validTo === null || compareDays(on, candidate.validTo) <= 0),
    )
    .at(-1);
  if (!profile) throw refusal('inspection.regime-not-in-force', { regime, on });
  const path = profile.paths[type];
  if (!path) throw refusal('inspection.type-not-offered', { regime, type });
  const isAnnounced = type !== 'unannounced' && profile.rules.teamFrom === 'outside';
  return { profile: profile.id, path, isAnnounced, ...profile.rules };
}

const law2022 = 'Luật Thanh tra số 11/2022/QH15';
const law2025 = 'Luật Thanh tra số 84/2025/QH15';
const proposed = 'Đề xuất của hệ thống, chờ cơ quan có thẩm quyền quyết định';

function term(amount: number, unit: DeadlineUnit, source: string, confirmed = false): StageTerm {
  return { amount, unit, source, confirmed };
}

const outside = {
  teamFrom: 'outside',
  isAppraised: true,
  isUnitHeard: true,
  extensionsMax: 1,
  channelsRequired: ['portal'],
  channelsMin: 2,
  reinspectionYearsMax: 2,
} as const;

const long = 'long';
const short = 'short';

/**
 * Regimes, oldest first (domain.md 3.1). A term that was not checked against the published text is `confirmed: false`;
 * the pilot body or a lawyer confirms it, as a new profile.
 */
export const regimeProfiles: readonly RegimeProfile[] = [
  {
    id: 'state-inspection-2023',
    regime: 'state-inspection',
    validFrom: '2023-07-01',
    validTo: '2025-06-30',
    source: law2022,
    confirmed: false,
    paths: { planned: long, unannounced: long, thematic: long, 'follow-up': long },
    rules: {
      ...outside,
      terms: {
        announce: term(15, 'calendar-day', law2022),
        report: term(20, 'calendar-day', law2022),
        response: term(5, 'working-day', proposed),
        'superior-opinion': term(30, 'calendar-day', law2022),
        conclusion: term(15, 'calendar-day', law2022),
        publish: term(10, 'calendar-day', law2022),
        'publication-period': term(15, 'calendar-day', law2022),
        direct: term(15, 'calendar-day', law2022),
        file: term(15, 'calendar-day', `${law2022}, Điều 57`),
      },
    },
  },
  {
    id: 'state-inspection-2025',
    regime: 'state-inspection',
    validFrom: '2025-07-01',
    validTo: null,
    source: `${law2025}; Nghị định 216/2025/NĐ-CP`,
    confirmed: false,
    paths: { planned: long, unannounced: long, thematic: long, 'follow-up': long },
    rules: {
      ...outside,
      terms: {
        announce: term(15, 'calendar-day', law2025),
        report: term(20, 'calendar-day', law2025),
        draft: term(5, 'working-day', `${law2025}, Điều 34 khoản 1`, true),
        response: term(5, 'working-day', proposed),
        'superior-opinion': term(30, 'calendar-day', `${law2025}, Điều 36 khoản 1`, true),
        conclusion: term(15, 'calendar-day', `${law2025}, Điều 36 khoản 1`, true),
        publish: term(10, 'calendar-day', law2025),
        'publication-period': term(15, 'calendar-day', law2025),
        direct: term(15, 'calendar-day', `${law2025}, Điều 53`, true),
        file: term(15, 'calendar-day', law2025),
      },
    },
  },
  {
    id: 'sectoral-check-2021',
    regime: 'sectoral-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Kiểm tra chuyên ngành của cơ quan quản lý nhà nước; từ 2025 theo Nghị định 217/2025/NĐ-CP',
    confirmed: false,
    paths: { planned: long, unannounced: short, thematic: long, 'follow-up': short },
    rules: { ...outside, terms: proposedTerms() },
  },
  {
    id: 'internal-check-2021',
    regime: 'internal-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Kiểm tra nội bộ, kiểm tra công vụ theo kế hoạch của Ủy ban nhân dân',
    confirmed: false,
    paths: { planned: long, unannounced: short, thematic: long, 'follow-up': short },
    rules: { ...outside, channelsRequired: [], channelsMin: 1, terms: proposedTerms() },
  },
  {
    id: 'self-check-2021',
    regime: 'self-check',
    validFrom: '2021-01-01',
    validTo: null,
    source: 'Tự kiểm tra theo kế hoạch của đơn vị',
    confirmed: false,
    paths: { 'self-check': short },
    rules: {
      ...outside,
      teamFrom: 'own-unit',
      isAppraised: false,
      isUnitHeard: false,
      channelsRequired: [],
      channelsMin: 1,
      terms: {},
    },
  },
];

function proposedTerms(): Procedure['terms'] {
  return {
    announce: term(15, 'calendar-day', proposed),
    report: term(10, 'working-day', proposed),
    draft: term(5, 'working-day', proposed),
    response: term(5, 'working-day', proposed),
    'superior-opinion': term(30, 'calendar-day', proposed),
    conclusion: term(15, 'calendar-day', proposed),
    publish: term(10, 'calendar-day', proposed),
    'publication-period': term(15, 'calendar-day', proposed),
    direct: term(15, 'calendar-day', proposed),
    file: term(15, 'calendar-day', proposed),
  };
}

/** What every order stored before there were regimes went by. Never edit: it is read back from somebody's log. */
export const procedureBeforeRegimes: Procedure = {
  profile: 'internal-check-2021',
  path: 'short',
  isAnnounced: false,
  teamFrom: 'outside',
  isAppraised: false,
  isUnitHeard: false,
  extensionsMax: 1,
  channelsRequired: [],
  channelsMin: 1,
  reinspectionYearsMax: 2,
  terms: {},
};
