import { addDays, conflictRelations, finalDocumentOf, teamRoles } from '@soat/domain';
import { formatDate } from '../ui/format.js';
import { asFilled, type StepsFor, type StepWhen } from './step.js';

/** Who inspects, when the unit is told, how long fieldwork may take, and what goes to investigators. */
export function teamSteps({ shown, person, today, t, may, isLead, isOutside, ask }: StepsFor): StepWhen[] {
  const { status, file } = shown;
  const { order } = file;
  const { line, text, day, document } = ask;
  const isChangeable = finalDocumentOf(file) === null && status !== 'closed' && status !== 'cancelled';
  const isConflictDeclared = file.conflicts.some(({ personId }) => personId === person.id);
  const until = file.extensions.at(-1)?.until ?? order.fieldworkUntil;
  return [
    {
      command: 'AnnounceInspection',
      title: 'path.do.announce',
      path: 'announcement',
      place: 'next',
      when: may('AnnounceInspection') && isLead && status === 'ordered' && order.procedure.isAnnounced,
      fields: [
        day('announcedOn', 'path.field.on'),
        {
          ...ask.choice('form', 'path.field.form', ['meeting', 'remote'], (value) => t(`path.form.${value}`)),
          initial: 'meeting',
        },
        { ...line('place', 'path.field.place'), isOptional: true },
        { ...line('name', 'path.field.person', order.unit.headName ?? ''), pointer: '/unitRepresentative/name' },
        { ...line('title', 'path.field.title'), pointer: '/unitRepresentative/title' },
      ],
      body: ({ name, title, ...values }) => ({ ...asFilled(values), unitRepresentative: { name, title } }),
    },
    {
      command: 'ExtendFieldwork',
      title: 'path.do.extend',
      note: until === null ? undefined : t('path.note.extend', { on: formatDate(until) }),
      path: 'extensions',
      place: 'more',
      when:
        may('ExtendFieldwork') &&
        isOutside &&
        (status === 'in-fieldwork' || status === 'suspended') &&
        until !== null &&
        today <= until &&
        file.extensions.length < order.procedure.extensionsMax,
      fields: [
        ...document,
        day('until', 'path.field.newUntil', until === null ? '' : addDays(until, 5)),
        { ...text('reason', 'inspector.reason'), lengthMax: 2000 },
      ],
      body: asFilled,
    },
    {
      command: 'DeclareConflictOfInterest',
      title: 'path.do.declareConflict',
      note: t('path.note.conflict'),
      path: 'conflicts-of-interest',
      place: 'more',
      when: may('DeclareConflictOfInterest') && isChangeable && !isOutside && !isConflictDeclared,
      fields: [
        ask.choice('relation', 'path.field.relation', conflictRelations, (value) => t(`path.relation.${value}`)),
        { ...text('note', 'path.field.note'), lengthMax: 2000 },
      ],
      body: asFilled,
    },
    ...file.team.map(
      ({ personId, name, role }): StepWhen => ({
        command: 'ReplaceTeamMember',
        title: 'path.do.replace',
        note: t('path.note.replace', { name }),
        path: 'team/replacements',
        place: { about: personId },
        when: may('ReplaceTeamMember') && isChangeable && isOutside,
        fields: [
          {
            name: 'personId',
            kind: 'person',
            label: t('path.field.joining'),
            initial: '',
            pointer: '/joining/personId',
            // The lead is one by role as well, and nobody inspects the unit they work in.
            isOffered: (colleague) =>
              (role !== 'lead' || colleague.role === 'team-lead') &&
              (order.procedure.teamFrom === 'own-unit') === (colleague.unitId === order.unit.id) &&
              file.team.every((member) => member.personId !== colleague.id) &&
              file.conflicts.every((conflict) => conflict.personId !== colleague.id),
          },
          ...(role === 'lead'
            ? []
            : [
                {
                  ...ask.choice(
                    'role',
                    'path.field.role',
                    teamRoles.filter((offered) => offered !== 'lead'),
                    (value) => t(`inspector.orderFacts.${value}`),
                  ),
                  initial: role,
                  pointer: '/joining/role',
                },
              ]),
          ...document,
          { ...text('reason', 'inspector.reason'), lengthMax: 2000 },
        ],
        body: ({ personId: joiningId, role: joiningRole = role, ...values }) => ({
          ...values,
          leavingId: personId,
          joining: { personId: joiningId, role: joiningRole },
        }),
      }),
    ),
    {
      command: 'ReferToInvestigation',
      title: 'path.do.investigate',
      note: t('path.note.investigate'),
      path: 'investigations',
      place: 'more',
      tone: 'danger',
      when: may('ReferToInvestigation') && isOutside && file.isStarted && status !== 'cancelled',
      fields: [line('agency', 'path.field.agency'), ...document, text('reason', 'path.field.signs')],
      body: asFilled,
    },
  ];
}
