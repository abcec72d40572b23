import { addDays, type CommandName, draftOf, liveFindings, openHearing, stageDueOn } from '@soat/domain';
import type { InspectionShown } from '../api/inspections.js';
import type { PlainKey, Translate } from '../i18n/use-t.js';
import type { Person } from '../session/session.js';

export interface StepField {
  readonly name: string;
  readonly kind: 'line' | 'text' | 'day' | 'choice';
  readonly label: string;
  readonly hint?: string;
  readonly initial: string;
  readonly isOptional?: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

type Values = Readonly<Record<string, string>>;

/** One step on the long path as a form: what is asked, and what is sent. */
export interface Step {
  readonly title: PlainKey;
  readonly path: string;
  readonly fields: readonly StepField[];
  /** Null where something is missing that no single field tells. */
  readonly body: (values: Values) => object | null;
}

/**
 * What this person can do next with a file of the long path, the likeliest first. The server judges again; this only keeps
 * idle buttons away.
 */
export function stepsOf(
  { status, file, mayAsk }: InspectionShown,
  person: Person,
  today: string,
  t: Translate,
): Step[] {
  const { order } = file;
  if (order.procedure.path !== 'long') return [];
  const may = (command: CommandName) => mayAsk.includes(command);
  const member = file.team.find(({ personId }) => personId === person.id);
  const isBarred = file.conflicts.some(({ personId }) => personId === person.id);
  const isLead = member?.role === 'lead' && !isBarred;
  const isOutside = member === undefined;
  const isUnit = person.unitId === order.unit.id;
  const line = (name: string, label: PlainKey, initial = ''): StepField => ({
    name,
    kind: 'line',
    label: t(label),
    initial,
  });
  const text = (name: string, label: PlainKey, initial = ''): StepField => ({
    name,
    kind: 'text',
    label: t(label),
    initial,
  });
  const day = (name: string, label: PlainKey, initial = today): StepField => ({
    name,
    kind: 'day',
    label: t(label),
    initial,
  });
  const document = [line('number', 'path.field.number'), day('signedOn', 'path.field.signedOn')];
  const same = (values: Values) => values;
  const isDraft = status === 'conclusion-drafted' || status === 'conclusion-appraised';
  const isConcluded = file.conclusion !== null && status !== 'closed';
  const all: readonly (Step & { readonly when: boolean })[] = [
    {
      title: 'path.do.announce',
      path: 'announcement',
      when: may('AnnounceInspection') && isLead && status === 'ordered' && order.procedure.isAnnounced,
      fields: [
        day('announcedOn', 'path.field.on'),
        line('name', 'path.field.person', order.unit.headName ?? ''),
        line('title', 'path.field.title'),
      ],
      body: ({ announcedOn, name, title }) => ({ announcedOn, form: 'meeting', unitRepresentative: { name, title } }),
    },
    {
      title: 'path.do.report',
      path: 'report',
      when: may('SubmitReport') && isLead && (status === 'minutes-signed' || status === 'minutes-refused'),
      fields: [...document, text('summary', 'path.field.text')],
      body: same,
    },
    {
      title: 'path.do.orderDrafting',
      path: 'drafting-order',
      when: may('OrderConclusionDrafting') && isOutside && status === 'report-submitted',
      fields: [
        day('orderedOn', 'path.field.on'),
        day('dueOn', 'path.field.dueOn', stageDueOn(order.procedure, 'draft', today) ?? addDays(today, 7)),
      ],
      body: same,
    },
    {
      title: 'path.do.assess',
      path: 'response/assessment',
      when: may('AssessResponse') && isLead && status === 'response-received',
      fields: (file.hearings.at(-1)?.points ?? []).flatMap((point): StepField[] => [
        {
          name: `outcome ${point.number}`,
          kind: 'choice',
          label: `${point.number}: ${point.text}`,
          initial: '',
          options: [
            { value: 'accepted', label: t('path.outcome.accepted') },
            { value: 'partly', label: t('path.outcome.partly') },
            { value: 'rejected', label: t('path.outcome.rejected') },
          ],
        },
        {
          name: `reason ${point.number}`,
          kind: 'text',
          label: t('path.field.pointReason', { number: point.number }),
          initial: '',
        },
      ]),
      body: (values) => ({
        points: (file.hearings.at(-1)?.points ?? []).map(({ number }) => ({
          number,
          outcome: values[`outcome ${number}`],
          reason: values[`reason ${number}`],
        })),
      }),
    },
    {
      title: 'path.do.draft',
      path: 'drafts',
      when: may('DraftConclusion') && isLead && (status === 'conclusion-drafting' || status === 'appraisal-returned'),
      fields: [
        day('draftedOn', 'path.field.on'),
        text('text', 'path.field.text', file.drafts.length > 0 ? draftOf(file).text : ''),
      ],
      body: same,
    },
    {
      title: 'path.do.send',
      path: 'drafts/sending',
      when: may('SendDraftForResponse') && (isLead || isOutside) && isDraft && file.hearings.length === 0,
      fields: [
        day('sentOn', 'path.field.on'),
        day('dueOn', 'path.field.dueOn', stageDueOn(order.procedure, 'response', today) ?? addDays(today, 7)),
      ],
      body: same,
    },
    {
      title: 'path.do.respond',
      path: 'response',
      when: may('RespondToDraft') && isUnit && openHearing(file) !== null,
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
      body: (values) => {
        const points = Object.entries(values)
          .filter(([, said]) => said !== '')
          .map(([findingId, said]) => ({ ...(findingId !== '' && { findingId }), text: said }));
        return points.length > 0 ? { points } : null;
      },
    },
    {
      title: 'path.do.waive',
      path: 'response/waiver',
      when: may('WaiveResponse') && isUnit && openHearing(file) !== null,
      fields: [],
      body: same,
    },
    {
      title: 'path.do.lapse',
      path: 'response/lapse',
      when: may('NoteResponseLapsed') && (openHearing(file)?.dueOn ?? today) < today,
      fields: [],
      body: same,
    },
    {
      title: 'path.do.appraise',
      path: 'appraisal',
      when: may('AppraiseDraft') && isOutside && status === 'conclusion-drafted',
      fields: [text('opinion', 'path.field.opinion')],
      body: same,
    },
    {
      title: 'path.do.returnDraft',
      path: 'appraisal/return',
      when: may('ReturnDraft') && isOutside && status === 'conclusion-drafted',
      fields: [text('opinion', 'path.field.opinion')],
      body: same,
    },
    {
      title: 'path.do.conclude',
      path: 'conclusion',
      when: may('IssueConclusion') && isOutside && status === 'conclusion-appraised' && file.hearings.length > 0,
      fields: [...document, line('signerTitle', 'path.field.title', person.title)],
      body: same,
    },
    {
      title: 'path.do.publish',
      path: 'conclusion/publication',
      when:
        may('PublishConclusion') &&
        isConcluded &&
        file.publication === null &&
        file.redaction !== null &&
        file.redaction.redactedBy !== person.id,
      fields: [
        line('where', 'path.field.where', 'Cổng thông tin điện tử'),
        day('from', 'path.field.on'),
        day('until', 'path.field.until', addDays(today, 16)),
      ],
      body: ({ where, from, until }) => ({ channels: [{ kind: 'portal', where }], from, until }),
    },
    {
      title: 'path.do.endPublication',
      path: 'conclusion/publication/end',
      when:
        may('EndPublication') &&
        file.publication !== null &&
        file.publication.endedOn === null &&
        file.publication.until <= today,
      fields: [],
      body: same,
    },
    {
      title: 'path.do.direct',
      path: 'directive',
      when: may('DirectImplementation') && isOutside && isConcluded && file.directive === null,
      fields: [
        ...document,
        text('text', 'path.field.text'),
        day('reportOn', 'path.field.reportOn', addDays(today, 30)),
      ],
      body: same,
    },
    {
      title: 'path.do.dissent',
      path: 'dissents',
      when: may('ReserveDissent') && member !== undefined && file.report !== null && status !== 'closed',
      fields: [text('opinion', 'path.field.opinion')],
      body: same,
    },
  ];
  return all.filter(({ when }) => when);
}
