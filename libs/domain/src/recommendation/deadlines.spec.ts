import { describe, expect, it } from '@jest/globals';
import { vietnamCalendar as calendar } from '../calendar/vietnam-calendar.js';
import { fold } from '../kernel/decider.js';
import { deadline, issued, office, people, school, town } from '../testing/fixtures.js';
import {
  awaiting,
  extensionAsked,
  issuedNow,
  proved,
  type RecommendationEvent,
  suspended,
  suspensionDocument,
  verified,
  verifiedOnce,
} from '../testing/recommendation-histories.js';
import { scenario } from '../testing/scenario.js';
import type { RecommendationCommands } from './facts.js';
import { recommendation } from './recommendation.js';

const { given } = scenario(recommendation);

const ask = (part: Partial<RecommendationCommands['RequestExtension']> = {}) =>
  ({
    type: 'RequestExtension',
    data: {
      by: people.officer,
      dueOn: '2023-06-15',
      reason: 'Nhà in chậm giao',
      on: '2023-05-26',
      calendar,
      ...part,
    },
  }) as const;
const grant = (part: Partial<RecommendationCommands['GrantExtension']> = {}) =>
  ({ type: 'GrantExtension', data: { by: people.leader, dueOn: null, note: 'Đồng ý', calendar, ...part } }) as const;
const refuse = (part: Partial<RecommendationCommands['RefuseExtension']> = {}) =>
  ({ type: 'RefuseExtension', data: { by: people.leader, note: 'Làm đúng hạn', ...part } }) as const;
const suspend = (part: Partial<RecommendationCommands['SuspendRecommendation']> = {}) =>
  ({
    type: 'SuspendRecommendation',
    data: {
      by: people.leader,
      cause: 're-inspection',
      document: suspensionDocument,
      note: 'Kiểm tra lại nội dung',
      on: '2023-05-22',
      ...part,
    },
  }) as const;
const resume = (part: Partial<RecommendationCommands['ResumeRecommendation']> = {}) =>
  ({
    type: 'ResumeRecommendation',
    data: { by: people.leader, note: 'Giữ nguyên', on: '2023-06-05', calendar, ...part },
  }) as const;
const recompute = (part: Partial<RecommendationCommands['RecomputeDeadline']> = {}) =>
  ({ type: 'RecomputeDeadline', data: { by: people.system, on: '2023-05-15', calendar, ...part } }) as const;
const reassign = (part: Partial<RecommendationCommands['ReassignRecommendation']> = {}) =>
  ({
    type: 'ReassignRecommendation',
    data: { by: people.leader, bodies, reason: 'Sáp nhập', document: suspensionDocument, ...part },
  }) as const;

const bodies = { lead: office, coordinating: [], implementing: [school] };
const extendedTo = (dueOn: string, by: string = people.leader.id): RecommendationEvent => ({
  type: 'DeadlineExtended',
  data: {
    previousDueOn: '2023-05-30',
    deadline: { ...deadline, dueOn },
    note: 'Đồng ý',
    askedBy: people.officer.id,
    by,
  },
});
const refused: RecommendationEvent = {
  type: 'DeadlineExtensionRefused',
  data: { dueOn: '2023-06-15', note: 'Làm đúng hạn', by: people.leader.id },
};

/** One more day off: 29 May 2023, a Monday. */
const amended = {
  ...calendar,
  edition: 2,
  days: [
    ...calendar.days,
    { on: '2023-05-29', kind: 'holiday', name: { vi: 'Nghỉ', en: 'Off' }, source: 'x', confirmed: true } as const,
  ].sort((one, other) => (one.on < other.on ? -1 : 1)),
};

describe('asking for an extension', () => {
  it('names a day and a reason, and keeps what is in force', () => {
    given(issuedNow).when(ask()).expect(extensionAsked);
    const state = fold(recommendation, [issuedNow, extensionAsked]);
    if (state.status === 'absent') throw new Error('it is absent');
    expect(state.deadline.dueOn).toBe('2023-05-30');
  });

  it('is in time until the due date has ended', () => {
    given(issuedNow)
      .when(ask({ on: '2023-05-30' }))
      .expect({ ...extensionAsked, data: { ...extensionAsked.data, askedOn: '2023-05-30' } } as RecommendationEvent);
    given(issuedNow)
      .when(ask({ on: '2023-05-31' }))
      .expectRejection('recommendation.extension-after-due-date', { dueOn: '2023-05-30', on: '2023-05-31' });
  });

  it('counts the date in force, so a second one is asked for before that', () => {
    given(issuedNow, extensionAsked, extendedTo('2023-06-15'))
      .when(ask({ on: '2023-06-14', dueOn: '2023-06-20' }))
      .expect({
        type: 'DeadlineExtensionRequested',
        data: {
          dueOn: '2023-06-20',
          reason: 'Nhà in chậm giao',
          askedOn: '2023-06-14',
          currentDueOn: '2023-06-15',
          by: people.officer.id,
        },
      });
  });

  it('asks for a later day, and a working one', () => {
    for (const dueOn of ['2023-05-30', '2023-05-29'])
      given(issuedNow)
        .when(ask({ dueOn }))
        .expectRejection('recommendation.extension-not-later', { current: '2023-05-30', dueOn });
    // A Saturday, and a public holiday in the middle of a week.
    for (const dueOn of ['2023-06-17', '2024-01-01'])
      given(issuedNow).when(ask({ dueOn })).expectRejection('recommendation.extension-not-working-day', { dueOn });
  });

  it('takes a make-up Saturday, which is a working day', () => {
    const moved = { ...deadline, originalDueOn: '2025-04-24', dueOn: '2025-04-24' };
    given({ type: 'RecommendationIssued', data: { ...issued, deadline: moved } })
      .when(ask({ on: '2025-04-24', dueOn: '2025-04-26' }))
      .expect({
        type: 'DeadlineExtensionRequested',
        data: {
          dueOn: '2025-04-26',
          reason: 'Nhà in chậm giao',
          askedOn: '2025-04-24',
          currentDueOn: '2025-04-24',
          by: people.officer.id,
        },
      });
  });

  it('is for those who carry it out, and waits for one answer at a time', () => {
    given(issuedNow)
      .when(ask({ by: people.leader }))
      .expectRejection('recommendation.not-your-unit');
    given(issuedNow, extensionAsked)
      .when(ask({ dueOn: '2023-06-20' }))
      .expectRejection('recommendation.extension-pending', { dueOn: '2023-06-15' });
    given(issuedNow, extensionAsked).when(ask()).expectNothing();
  });

  it('says who may not before it says what is wrong with the day', () => {
    given(issuedNow)
      .when(ask({ by: people.lead, on: '2023-06-30', dueOn: '2023-05-01' }))
      .expectRejection('recommendation.not-your-unit');
    given(issuedNow)
      .when(ask({ on: '2023-06-30', dueOn: '2023-05-01' }))
      .expectRejection('recommendation.extension-after-due-date');
    given(issuedNow)
      .when(ask({ dueOn: '2023-05-28' }))
      .expectRejection('recommendation.extension-not-later');
  });
});

describe('deciding on an extension', () => {
  it('moves the date in force and leaves the original one', () => {
    given(issuedNow, extensionAsked).when(grant()).expect(extendedTo('2023-06-15'));
    const state = fold(recommendation, [issuedNow, extensionAsked, extendedTo('2023-06-15')]);
    if (state.status === 'absent') throw new Error('it is absent');
    expect([state.deadline.originalDueOn, state.deadline.dueOn]).toEqual(['2023-05-30', '2023-06-15']);
    expect(state.order.deadline).toEqual(deadline);
    expect(state.extensions.map(({ outcome, grantedOn }) => [outcome, grantedOn])).toEqual([['granted', '2023-06-15']]);
  });

  it('may grant less, never more, and a working day', () => {
    given(issuedNow, extensionAsked)
      .when(grant({ dueOn: '2023-06-08' }))
      .expect(extendedTo('2023-06-08'));
    given(issuedNow, extensionAsked)
      .when(grant({ dueOn: '2023-06-16' }))
      .expectRejection('recommendation.extension-beyond-asked', { asked: '2023-06-15', dueOn: '2023-06-16' });
    given(issuedNow, extensionAsked)
      .when(grant({ dueOn: '2023-06-10' }))
      .expectRejection('recommendation.extension-not-working-day', { dueOn: '2023-06-10' });
    given(issuedNow, extensionAsked)
      .when(grant({ dueOn: '2023-05-30' }))
      .expectRejection('recommendation.extension-not-later');
  });

  it('is for leadership and for whoever issued it', () => {
    given(issuedNow, extensionAsked)
      .when(grant({ by: people.lead }))
      .expect(extendedTo('2023-06-15', people.lead.id));
    for (const by of [people.appraiser, people.planner, people.stranger]) {
      given(issuedNow, extensionAsked)
        .when(grant({ by }))
        .expectRejection('recommendation.extension-not-yours-to-decide', {});
      given(issuedNow, extensionAsked)
        .when(refuse({ by }))
        .expectRejection('recommendation.extension-not-yours-to-decide');
    }
  });

  it('is never for the unit, nor for who asked, wherever they sit now', () => {
    for (const [by, code] of [
      [people.officer, 'recommendation.judged-by-own-unit'],
      [people.teacher, 'recommendation.judged-by-own-unit'],
      [people.moved, 'recommendation.extension-decided-by-asker'],
    ] as const) {
      given(issuedNow, extensionAsked).when(grant({ by })).expectRejection(code, {});
      given(issuedNow, extensionAsked).when(refuse({ by })).expectRejection(code, {});
    }
  });

  it('is refused with a line, once, and may be asked for again', () => {
    given(issuedNow, extensionAsked).when(refuse()).expect(refused);
    given(issuedNow, extensionAsked, refused).when(grant()).expectRejection('recommendation.no-extension-asked', {});
    given(issuedNow, extensionAsked, refused)
      .when(ask({ dueOn: '2023-06-08' }))
      .expect({
        type: 'DeadlineExtensionRequested',
        data: {
          dueOn: '2023-06-08',
          reason: 'Nhà in chậm giao',
          askedOn: '2023-05-26',
          currentDueOn: '2023-05-30',
          by: people.officer.id,
        },
      });
  });

  it('may come after the due date of a request that came before it', () => {
    given(issuedNow, extensionAsked, {
      type: 'RecommendationBecameOverdue',
      data: { dueOn: '2023-05-30', on: '2023-05-31' },
    })
      .when(grant())
      .expect(extendedTo('2023-06-15'));
  });

  it('lapses when the proof is verified first', () => {
    given(issuedNow, extensionAsked, proved(1, 'b'), verified())
      .when(grant())
      .expectRejection('recommendation.no-extension-asked');
  });

  it('counts a proof by both dates', () => {
    given(issuedNow, extensionAsked, extendedTo('2023-06-15'), proved(1, 'b', '2023-06-12'))
      .when({
        type: 'VerifyRemediation',
        data: { by: people.appraiser, metPoints: issued.verificationPoints, note: null },
      })
      .expect(verified({ isOnTime: true, isOnTimeOriginally: false }));
  });
});

describe('a clock that stands still', () => {
  const resumedBy = (dueOn: string, resumedOn: string): RecommendationEvent => ({
    type: 'RecommendationResumed',
    data: {
      note: 'Giữ nguyên',
      suspendedOn: '2023-05-22',
      resumedOn,
      previousDueOn: '2023-05-30',
      deadline: { ...deadline, dueOn },
      by: people.leader.id,
    },
  });

  it('stops for a re-inspection, on a document', () => {
    given(issuedNow).when(suspend()).expect(suspended);
    given(issuedNow, suspended)
      .when(suspend({ note: 'Lý do khác' }))
      .expectRejection('recommendation.suspended', { suspendedOn: '2023-05-22' });
  });

  it('goes on with as many working days as were left', () => {
    // Six working days were left on 22 May; ten passed meanwhile.
    given(issuedNow, suspended).when(resume()).expect(resumedBy('2023-06-13', '2023-06-05'));
  });

  it('gives nothing for a stop within one day, nor for a clock set back', () => {
    given(issuedNow, suspended)
      .when(resume({ on: '2023-05-22' }))
      .expect(resumedBy('2023-05-30', '2023-05-22'));
    given(issuedNow, suspended)
      .when(resume({ on: '2023-05-20' }))
      .expect(resumedBy('2023-05-30', '2023-05-22'));
    given(issuedNow, suspended, resumedBy('2023-05-30', '2023-05-22'))
      .when(resume({ on: '2023-05-23' }))
      .expectRejection('recommendation.not-suspended', { status: 'issued' });
  });

  it('goes on where it stood, a waiting proof included', () => {
    const after = (...events: readonly RecommendationEvent[]) => fold(recommendation, events).status;
    expect(after(...awaiting, suspended)).toBe('suspended');
    expect(after(...awaiting, suspended, resumedBy('2023-06-13', '2023-06-05'))).toBe('awaiting-verification');
    expect(after(issuedNow, suspended, resumedBy('2023-06-13', '2023-06-05'))).toBe('issued');
  });

  it('is stopped by leadership that is not of the unit, and not once it is verified', () => {
    given(issuedNow)
      .when(suspend({ by: { ...people.leader, unitId: school.id } }))
      .expectRejection('recommendation.judged-by-own-unit');
    given(...verifiedOnce)
      .when(suspend())
      .expectRejection('recommendation.already-verified');
  });
});

describe('another edition of the calendar', () => {
  it('moves the date by an event that says from where', () => {
    given(issuedNow)
      .when(recompute({ calendar: amended }))
      .expect({
        type: 'DeadlineRecomputed',
        data: {
          previousDueOn: '2023-05-30',
          previousEdition: 1,
          deadline: {
            ...deadline,
            dueOn: '2023-05-31',
            calendarEdition: 2,
            skippedOn: [
              ...['2023-05-13', '2023-05-14', '2023-05-20', '2023-05-21', '2023-05-27', '2023-05-28'].map((on) => ({
                on,
                why: 'weekend' as const,
                name: null,
              })),
              { on: '2023-05-29', why: 'holiday', name: { vi: 'Nghỉ', en: 'Off' } },
            ],
          },
          recomputedOn: '2023-05-15',
        },
      });
  });

  it('keeps the original date, and a date that has passed', () => {
    given(issuedNow)
      .when(recompute({ calendar: amended, on: '2023-05-31' }))
      .expectNothing();
    given(issuedNow).when(recompute()).expectNothing();
  });

  it('leaves what an extension chose, unless that is no working day any more', () => {
    given(issuedNow, extensionAsked, extendedTo('2023-06-15'))
      .when(recompute({ calendar: amended }))
      .expectNothing();
  });
});

describe('handing it to other bodies', () => {
  it('names both sides and the document, and leaves the date', () => {
    given(issuedNow)
      .when(reassign())
      .expect({
        type: 'RecommendationReassigned',
        data: {
          previous: issued.bodies,
          bodies,
          reason: 'Sáp nhập',
          document: suspensionDocument,
          by: people.leader.id,
        },
      });
    given(issuedNow)
      .when(reassign({ bodies: issued.bodies }))
      .expectNothing();
    given(issuedNow)
      .when(reassign({ bodies: { ...bodies, implementing: [] } }))
      .expectRejection('recommendation.without-implementing-body');
  });

  const reassigned: RecommendationEvent = {
    type: 'RecommendationReassigned',
    data: {
      previous: issued.bodies,
      bodies: { lead: town, coordinating: [], implementing: [school] },
      reason: 'Sáp nhập',
      document: suspensionDocument,
      by: people.leader.id,
    },
  };

  it('takes the work from the old ones, who still may not judge it', () => {
    given(issuedNow, reassigned)
      .when(ask({ by: people.officer }))
      .expectRejection('recommendation.not-your-unit');
    given(issuedNow, reassigned, proved(1, 'b'))
      .when({
        type: 'ReturnProof',
        data: { by: { ...people.stranger, unitId: issued.unit.id }, reasons: [{ point: null, reason: 'x' }] },
      })
      .expectRejection('recommendation.judged-by-own-unit');
  });

  it('lets a request of the old ones lapse', () => {
    given(issuedNow, extensionAsked, reassigned).when(grant()).expectRejection('recommendation.no-extension-asked');
  });
});
