import { type Finding, finalDocumentOf, isDisputed, liveFindings, severities } from '@soat/domain';
import { numberOf } from './labels.js';
import { asFilled, type StepField, type StepsFor, type StepWhen, type Values } from './step.js';

const beforeTheEnd = ['ordered', 'announced', 'in-fieldwork', 'suspended', 'cancelled', 'closed'];

/** What becomes of a finding once it is recorded: amended, withdrawn, raised; and what was good, and what came again. */
export function findingSteps({ shown, person, t, may, isLead, ask }: StepsFor): StepWhen[] {
  const { status, file } = shown;
  const { text } = ask;
  const live = liveFindings(file);
  const isOpen = finalDocumentOf(file) === null && !beforeTheEnd.includes(status);
  const isOpenOnSite = isOpen || status === 'in-fieldwork';
  const acts = file.team.some(({ personId, role }) => personId === person.id && role !== 'supervisor');
  const isJudge = (acts || person.role === 'leadership') && person.unitId !== file.order.unit.id;
  const isBarred = file.conflicts.some(({ personId }) => personId === person.id);
  const reason = { ...text('reason', 'inspector.reason'), lengthMax: 4000 };
  const severityAmong = (offered: readonly (typeof severities)[number][], initial: string): StepField => ({
    ...ask.choice('severity', 'inspector.finding.severity', offered, (value) => t(`inspector.severity.${value}`)),
    initial,
  });

  /** The wording as it stands, to be amended; never to a graver one, which is for its own decision to say. */
  const wording = ({ severity, condition, cause, effect, amountAtRisk, place }: Finding): readonly StepField[] =>
    (
      [
        { ...text('condition', 'inspector.fail.condition', condition), lengthMax: 2000 },
        severityAmong(severities.slice(0, severities.indexOf(severity) + 1), severity),
        { ...text('cause', 'inspector.finding.cause', cause ?? ''), lengthMax: 2000, isOptional: true },
        { ...text('effect', 'inspector.finding.effect', effect ?? ''), lengthMax: 2000, isOptional: true },
        {
          name: 'amountAtRisk',
          kind: 'money',
          label: t('inspector.finding.amount'),
          initial: amountAtRisk === null ? '' : String(amountAtRisk),
          isOptional: true,
        },
        { ...ask.line('place', 'inspector.finding.place', place ?? ''), isOptional: true },
      ] satisfies readonly StepField[]
    ).map((field) => ({ ...field, pointer: `/amended/${field.name}` }));

  return [
    {
      command: 'IdentifyRecurrences',
      title: 'path.do.recurrences',
      note: t('path.note.recurrences'),
      path: 'recurrences',
      place: { about: 'findings' },
      when: may('IdentifyRecurrences') && acts && !isBarred && isOpenOnSite && live.length > 0,
      fields: [],
      body: asFilled,
    },
    {
      command: 'RecordPositiveFinding',
      title: 'path.do.strength',
      note: t('path.note.strength'),
      path: 'positive-findings',
      place: { about: 'strengths' },
      when: may('RecordPositiveFinding') && acts && !isBarred && status === 'in-fieldwork',
      fields: [
        { ...text('text', 'path.field.strength'), lengthMax: 2000 },
        {
          name: 'itemCode',
          kind: 'select',
          label: t('path.field.item'),
          initial: '',
          isOptional: true,
          options: [
            { value: '', label: t('path.field.noItem') },
            ...file.order.checklist.items
              .filter(({ code }) => {
                const answer = file.answers[code];
                return answer?.status === 'answered' && answer.outcome === 'pass';
              })
              .map(({ code, question }) => ({ value: code, label: `${numberOf(code)}. ${question.vi}` })),
          ],
        },
        { ...ask.files('evidence', 'inspector.evidence'), isOptional: true },
      ],
      ownId: 'strengthId',
      body: ({ evidence: _, ...values }, { evidence = [] }) => ({ ...asFilled(values), evidence }),
    },
    ...live.flatMap((finding): readonly StepWhen[] => {
      const { findingId, number, severity, condition } = finding;
      const path = `findings/${findingId}`;
      const place = { about: findingId };
      const note = `${number}: ${condition}`;
      return [
        {
          command: 'AmendFinding',
          title: 'path.finding.amend',
          note: t('path.note.amend'),
          path: `${path}/amend`,
          place,
          when: may('AmendFinding') && isLead && isOpen,
          fields: [...wording(finding), reason],
          body: amended,
        },
        {
          command: 'AcceptDispute',
          title: 'path.finding.acceptAmended',
          note: finding.dispute?.reason,
          path: `${path}/dispute/accept`,
          place,
          when:
            may('AcceptDispute') &&
            isDisputed(finding) &&
            isJudge &&
            !isBarred &&
            finding.recordedBy !== person.id &&
            status !== 'closed' &&
            file.conclusion === null,
          fields: [...wording(finding), reason],
          body: amended,
        },
        {
          command: 'RaiseFindingSeverity',
          title: 'path.finding.raise',
          note,
          path: `${path}/severity`,
          place,
          when: may('RaiseFindingSeverity') && isLead && isOpenOnSite && severity !== 'critical',
          fields: [severityAmong(severities.slice(severities.indexOf(severity) + 1), ''), reason],
          body: asFilled,
        },
        {
          command: 'WithdrawFinding',
          title: 'path.finding.withdraw',
          note,
          path: `${path}/withdraw`,
          place,
          tone: 'danger',
          // What is disputed is withdrawn by deciding the dispute, unless that is not this lead's to do.
          when:
            may('WithdrawFinding') && isLead && isOpen && (!isDisputed(finding) || finding.recordedBy === person.id),
          fields: [reason],
          body: asFilled,
        },
      ];
    }),
  ];
}

function amended({ reason, amountAtRisk = '', ...values }: Values): object {
  return {
    amended: { ...asFilled(values), ...(amountAtRisk !== '' && { amountAtRisk: Number(amountAtRisk) }) },
    reason,
  };
}
