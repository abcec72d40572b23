import { addDays, findingsToRemedy, publicationChannelKinds } from '@soat/domain';
import { asFilled, type StepField, type StepsFor, type StepWhen } from './step.js';

const rowsMax = 10;

/** What is done with a conclusion once it is signed: rectified, redacted, published, directed. */
export function conclusionSteps({ shown, person, today, t, may, isOutside, ask }: StepsFor): StepWhen[] {
  const { status, file } = shown;
  const { text, day, document } = ask;
  const { publication, redaction } = file;
  const { channelsRequired, channelsMin, terms } = file.order.procedure;
  const isConcluded = file.conclusion !== null && status !== 'closed' && status !== 'cancelled';
  const unproven = (publication?.channels ?? [])
    .map(({ kind }) => kind)
    .filter((kind) => !publication?.proofs.some((proof) => proof.kind === kind));
  const daysMin = terms['publication-period']?.amount ?? 1;
  const channelName = (kind: (typeof publicationChannelKinds)[number]) => t(`path.channel.${kind}`);
  return [
    {
      command: 'PrepareRedaction',
      title: 'path.do.redact',
      note: t('path.note.redact'),
      path: 'conclusion/redaction',
      place: redaction === null ? 'next' : 'more',
      when: may('PrepareRedaction') && isConcluded && publication === null,
      fields: [ask.files('redacted', 'path.field.redacted')],
      missing: t('path.field.oneFile'),
      body: (_, { redacted = [] }) => (redacted.length === 1 ? { redacted: redacted[0] } : null),
    },
    {
      command: 'PublishConclusion',
      title: 'path.do.publish',
      note: t('path.note.channels', {
        count: channelsMin,
        required: channelsRequired.map(channelName).join(', ') || '–',
        days: daysMin,
      }),
      path: 'conclusion/publication',
      place: 'next',
      when:
        may('PublishConclusion') &&
        isConcluded &&
        publication === null &&
        redaction !== null &&
        redaction.redactedBy !== person.id,
      fields: [
        ...publicationChannelKinds.map(
          (kind): StepField => ({
            name: kind,
            kind: 'line',
            label: channelName(kind),
            hint: t(`path.channelHint.${kind}`),
            initial: '',
            lengthMax: 300,
            ...(!channelsRequired.includes(kind) && { isOptional: true }),
          }),
        ),
        day('from', 'path.field.from'),
        day('until', 'path.field.until', addDays(today, daysMin)),
      ],
      missing: t('path.field.channels', { count: channelsMin }),
      body: ({ from, until, ...values }) => {
        const channels = publicationChannelKinds.flatMap((kind) =>
          values[kind] ? [{ kind, where: values[kind] }] : [],
        );
        return channels.length >= channelsMin ? { channels, from, until } : null;
      },
    },
    {
      command: 'EndPublication',
      title: 'path.do.endPublication',
      path: 'conclusion/publication/end',
      place: 'next',
      when:
        may('EndPublication') &&
        publication !== null &&
        publication.endedOn === null &&
        publication.until <= today &&
        unproven.length === 0,
      fields: [],
      body: asFilled,
    },
    {
      command: 'AttachPublicationProof',
      title: 'path.do.prove',
      path: 'conclusion/publication/proofs',
      place: { about: 'publication' },
      when:
        may('AttachPublicationProof') && publication !== null && publication.endedOn === null && unproven.length > 0,
      fields: [
        ask.choice('kind', 'path.field.channel', unproven, channelName),
        ask.files('evidence', 'path.field.proof'),
      ],
      body: ({ kind }, { evidence = [] }) => ({ kind, evidence }),
    },
    {
      command: 'DirectImplementation',
      title: 'path.do.direct',
      path: 'directive',
      place: 'next',
      when:
        may('DirectImplementation') &&
        isOutside &&
        isConcluded &&
        file.directive === null &&
        findingsToRemedy(file).length > 0,
      fields: [
        ...document,
        text('text', 'path.field.text'),
        day('reportOn', 'path.field.reportOn', addDays(today, 30)),
      ],
      body: asFilled,
    },
    {
      command: 'RectifyConclusion',
      title: 'path.do.rectify',
      note: t('path.note.rectify'),
      path: 'conclusion/rectifications',
      place: { about: 'conclusion' },
      when: may('RectifyConclusion') && isOutside && isConcluded,
      fields: document,
      rows: {
        fields: [
          ask.line('where', 'path.field.errorWhere'),
          { ...ask.line('was', 'path.field.errorWas'), lengthMax: 500 },
          { ...ask.line('now', 'path.field.errorNow'), lengthMax: 500 },
        ],
        add: 'path.field.errorMore',
        max: rowsMax,
      },
      body: ({ number, signedOn, ...values }) => ({
        number,
        signedOn,
        corrections: Object.keys(values)
          .filter((name) => name.startsWith('where '))
          .map((name) => name.slice('where '.length))
          .map((row) => ({ where: values[`where ${row}`], was: values[`was ${row}`], now: values[`now ${row}`] }))
          .filter((row) => Object.values(row).some((said) => said !== '')),
      }),
    },
  ];
}
