import { complaintOutcomes, reinspectionGrounds, reinspectionOutcomes } from '@soat/domain';
import { asFilled, type StepsFor, type StepWhen } from './step.js';

/** What a conclusion may meet: complaints and their resolution, a re-inspection and its outcome. */
export function challengeSteps({ shown, person, t, may, isOutside, isUnit, ask }: StepsFor): StepWhen[] {
  const { status, file } = shown;
  const { text, day, document } = ask;
  const isConcluded = file.conclusion !== null && status !== 'cancelled';
  const isUnitRole = person.role === 'unit-officer' || person.role === 'unit-head';
  return [
    {
      command: 'LodgeComplaint',
      title: 'path.do.complain',
      path: 'complaints',
      place: 'more',
      when: may('LodgeComplaint') && isConcluded && status !== 'closed' && (isUnitRole ? isUnit : isOutside),
      fields: [
        day('lodgedOn', 'path.field.lodgedOn'),
        ask.line('complainant', 'path.field.complainant', isUnit ? file.order.unit.name : ''),
        text('text', 'path.field.complaint'),
      ],
      ownId: 'complaintId',
      body: asFilled,
    },
    ...file.complaints.map(
      ({ complaintId, text: complaint, resolution }): StepWhen => ({
        command: 'ResolveComplaint',
        title: 'path.do.resolve',
        note: complaint,
        path: `complaints/${complaintId}/resolution`,
        place: { about: complaintId },
        when: may('ResolveComplaint') && isConcluded && resolution === null && isOutside && !isUnit,
        fields: [
          ask.choice('outcome', 'path.field.complaintOutcome', complaintOutcomes, (value) =>
            t(`path.complaint.${value}`),
          ),
          ...document,
          text('text', 'path.field.resolution'),
        ],
        body: asFilled,
      }),
    ),
    {
      command: 'OrderReinspection',
      title: 'path.do.reinspect',
      note: t('path.note.reinspect'),
      path: 'reinspections',
      place: 'more',
      when:
        may('OrderReinspection') &&
        isConcluded &&
        isOutside &&
        file.reinspections.every(({ outcome }) => outcome !== null),
      fields: [
        { name: 'orderedByUnitId', kind: 'unit', label: t('path.field.superior'), initial: '' },
        ask.choice('ground', 'path.field.ground', reinspectionGrounds, (value) => t(`path.ground.${value}`)),
        ...document,
      ],
      ownId: 'reinspectionId',
      body: asFilled,
    },
    ...file.reinspections.map(
      ({ reinspectionId, outcome }): StepWhen => ({
        command: 'ConcludeReinspection',
        title: 'path.do.concludeReinspection',
        path: `reinspections/${reinspectionId}/outcome`,
        place: { about: reinspectionId },
        when: may('ConcludeReinspection') && isConcluded && outcome === null && isOutside,
        fields: [
          ask.choice('outcome', 'path.field.reinspectionOutcome', reinspectionOutcomes, (value) =>
            t(`path.reinspection.${value}`),
          ),
          ...document,
        ],
        body: asFilled,
      }),
    ),
  ];
}
