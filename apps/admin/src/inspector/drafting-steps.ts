import { addDays, draftOf, isAppraised, liveFindings, openHearing, openReferral, stageDueOn } from '@soat/domain';
import { asFilled, type StepField, type StepsFor, type StepWhen } from './step.js';

/** From the minutes to the signed conclusion: report, draft, hearing, appraisal, the superior's opinion. */
export function draftingSteps({ shown, person, today, t, may, isLead, isOutside, isUnit, ask }: StepsFor): StepWhen[] {
  const { status, file } = shown;
  const { order } = file;
  const { line, text, day, document } = ask;
  const dueBy = (stage: Parameters<typeof stageDueOn>[1], days: number) =>
    day('dueOn', 'path.field.dueOn', stageDueOn(order.procedure, stage, today) ?? addDays(today, days));
  const isDraft = status === 'conclusion-drafted' || status === 'conclusion-appraised';
  const isNewestSent = file.hearings.some(({ version }) => version === file.drafts.at(-1)?.version);
  const hearing = openHearing(file);
  const referral = openReferral(file);
  // A superior who stays silent past the term has no objection.
  const isSuperiorSilent = status === 'referred-to-superior' && isAppraised(file) && (referral?.dueOn ?? today) < today;
  const points = file.hearings.at(-1)?.points ?? [];
  const wasMember = order.team.some(({ personId }) => personId === person.id) || !isOutside;
  return [
    {
      command: 'SubmitReport',
      title: 'path.do.report',
      path: 'report',
      place: 'next',
      when: may('SubmitReport') && isLead && (status === 'minutes-signed' || status === 'minutes-refused'),
      fields: [...document, text('summary', 'path.field.text')],
      body: asFilled,
    },
    {
      command: 'OrderConclusionDrafting',
      title: 'path.do.orderDrafting',
      path: 'drafting-order',
      place: 'next',
      when: may('OrderConclusionDrafting') && isOutside && status === 'report-submitted',
      fields: [day('orderedOn', 'path.field.on'), dueBy('draft', 7)],
      body: asFilled,
    },
    {
      command: 'AssessResponse',
      title: 'path.do.assess',
      path: 'response/assessment',
      place: 'next',
      when: may('AssessResponse') && isLead && status === 'response-received',
      fields: points.flatMap((point): StepField[] => [
        {
          name: `outcome ${point.number}`,
          kind: 'choice',
          label: `${point.number}: ${point.text}`,
          initial: '',
          options: (['accepted', 'partly', 'rejected'] as const).map((value) => ({
            value,
            label: t(`path.outcome.${value}`),
          })),
        },
        {
          name: `reason ${point.number}`,
          kind: 'text',
          label: t('path.field.pointReason', { number: point.number }),
          initial: '',
        },
      ]),
      body: (values) => ({
        points: points.map(({ number }) => ({
          number,
          outcome: values[`outcome ${number}`],
          reason: values[`reason ${number}`],
        })),
      }),
    },
    {
      command: 'DraftConclusion',
      title: 'path.do.draft',
      path: 'drafts',
      // A draft that was asked for comes next; a better version of one that stands may follow any time.
      place: isDraft ? 'more' : 'next',
      when:
        may('DraftConclusion') &&
        isLead &&
        (isDraft || status === 'conclusion-drafting' || status === 'appraisal-returned'),
      fields: [
        day('draftedOn', 'path.field.on'),
        { ...text('text', 'path.field.text', file.drafts.length > 0 ? draftOf(file).text : ''), lengthMax: 50_000 },
      ],
      body: asFilled,
    },
    {
      command: 'SendDraftForResponse',
      title: 'path.do.send',
      path: 'drafts/sending',
      place: file.hearings.length === 0 ? 'next' : 'more',
      when: may('SendDraftForResponse') && (isLead || isOutside) && isDraft && !isNewestSent,
      fields: [day('sentOn', 'path.field.on'), dueBy('response', 7)],
      body: asFilled,
    },
    {
      command: 'RespondToDraft',
      title: 'path.do.respond',
      path: 'response',
      place: 'next',
      when: may('RespondToDraft') && isUnit && hearing !== null,
      fields: [
        ...liveFindings(file).map(
          ({ findingId, number, condition }): StepField => ({
            name: findingId,
            kind: 'text',
            label: `${number}: ${condition}`,
            initial: '',
            isOptional: true,
          }),
        ),
        { ...text('', 'path.field.general'), isOptional: true },
      ],
      missing: t('path.field.none'),
      body: (values) => {
        const said = Object.entries(values)
          .filter(([, words]) => words !== '')
          .map(([findingId, words]) => ({ ...(findingId !== '' && { findingId }), text: words }));
        return said.length > 0 ? { points: said } : null;
      },
    },
    {
      command: 'WaiveResponse',
      title: 'path.do.waive',
      path: 'response/waiver',
      place: 'next',
      when: may('WaiveResponse') && isUnit && hearing !== null,
      fields: [],
      body: asFilled,
    },
    {
      command: 'NoteResponseLapsed',
      title: 'path.do.lapse',
      path: 'response/lapse',
      place: 'next',
      when: may('NoteResponseLapsed') && (hearing?.dueOn ?? today) < today,
      fields: [],
      body: asFilled,
    },
    {
      command: 'AppraiseDraft',
      title: 'path.do.appraise',
      path: 'appraisal',
      place: 'next',
      when: may('AppraiseDraft') && isOutside && status === 'conclusion-drafted',
      fields: [text('opinion', 'path.field.opinion')],
      body: asFilled,
    },
    {
      command: 'ReturnDraft',
      title: 'path.do.returnDraft',
      path: 'appraisal/return',
      place: 'next',
      when: may('ReturnDraft') && isOutside && status === 'conclusion-drafted',
      fields: [text('opinion', 'path.field.opinion')],
      body: asFilled,
    },
    {
      command: 'RecordSuperiorOpinion',
      title: 'path.do.superiorOpinion',
      note: referral?.question,
      path: 'referral/opinion',
      place: 'next',
      when: may('RecordSuperiorOpinion') && isOutside && status === 'referred-to-superior',
      fields: [
        day('receivedOn', 'path.field.receivedOn'),
        ask.choice('outcome', 'path.field.superiorOutcome', ['no-objection', 'comments'], (value) =>
          t(`path.superior.${value}`),
        ),
        text('text', 'path.field.opinion'),
      ],
      body: asFilled,
    },
    {
      command: 'IssueConclusion',
      title: 'path.do.conclude',
      path: 'conclusion',
      place: 'next',
      when:
        may('IssueConclusion') &&
        isOutside &&
        file.hearings.length > 0 &&
        (status === 'conclusion-appraised' || isSuperiorSilent),
      fields: [...document, line('signerTitle', 'path.field.title', person.title)],
      body: asFilled,
    },
    {
      command: 'ReferToSuperior',
      title: 'path.do.refer',
      path: 'referral',
      place: 'more',
      when: may('ReferToSuperior') && isOutside && isDraft,
      fields: [
        { name: 'superiorUnitId', kind: 'unit', label: t('path.field.superior'), initial: '' },
        text('question', 'path.field.question'),
        day('referredOn', 'path.field.on'),
        dueBy('superior-opinion', 30),
      ],
      body: asFilled,
    },
    {
      command: 'ReserveDissent',
      title: 'path.do.dissent',
      path: 'dissents',
      place: 'more',
      when: may('ReserveDissent') && wasMember && file.report !== null && status !== 'closed',
      fields: [
        text('opinion', 'path.field.opinion'),
        { ...ask.files('evidence', 'inspector.evidence'), isOptional: true },
      ],
      body: ({ opinion }, { evidence = [] }) => ({ opinion, evidence }),
    },
  ];
}
