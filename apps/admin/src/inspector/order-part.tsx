import type { ReactNode } from 'react';
import type { InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { formatDate, formatDateTime } from '../ui/format.js';
import { Card, Facts } from '../ui/layout.js';
import { worded } from './labels.js';
import { StepButtons } from './more-sheet.js';
import type { Step } from './step.js';
import { stepsAbout } from './steps.js';

export interface OrderPartProps {
  readonly shown: InspectionShown;
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
  readonly cancel: ReactNode;
}

/** What ordered the inspection, and who carries it out. */
export function OrderPart({ shown, steps, onStep, cancel }: OrderPartProps) {
  const t = useT();
  const language = useLanguage();
  const { file, moments } = shown;
  const { order } = file;
  const { programmeItem } = order;
  const lately = [
    { name: t('inspector.orderFacts.place'), value: file.place },
    { name: t('inspector.orderFacts.started'), value: moments.startedAt && formatDateTime(moments.startedAt) },
    { name: t('inspector.orderFacts.ended'), value: moments.endedAt && formatDateTime(moments.endedAt) },
    {
      name: t('inspector.orderFacts.programme'),
      value: programmeItem && `${programmeItem.plan}, ${programmeItem.item}: ${programmeItem.text}`,
    },
    {
      name: t('inspector.orderFacts.period'),
      value:
        order.inspectedPeriod && `${formatDate(order.inspectedPeriod.from)} – ${formatDate(order.inspectedPeriod.to)}`,
    },
    {
      name: t('inspector.orderFacts.until'),
      value: order.fieldworkUntil && formatDate(file.extensions.at(-1)?.until ?? order.fieldworkUntil),
    },
  ].filter(({ value }) => value);
  return (
    <Card actions={cancel}>
      <Facts
        items={[
          { name: t('inspector.orderFacts.number'), value: order.number },
          { name: t('inspector.orderFacts.signedOn'), value: formatDate(order.signedOn) },
          {
            name: t('inspector.orderFacts.by'),
            value: [order.orderedBy.person.name, order.orderedBy.person.title, order.orderedBy.body.name]
              .filter((part) => part)
              .join(', '),
          },
          { name: t('inspector.orderFacts.basis'), value: order.basis },
          { name: t('inspector.orderFacts.regime'), value: t(`inspector.regime.${order.regime}`) },
          {
            name: t('inspector.orderFacts.checklist'),
            value: `${worded(order.checklist.title, language)}, ${t('inspector.orderFacts.edition', { edition: order.checklist.edition })}`,
          },
          {
            name: t('inspector.orderFacts.team'),
            value: (
              <ul className="team">
                {file.team.map(({ personId, name, role }) => (
                  <li key={personId} className="team-member">
                    <span>
                      {name}, {t(`inspector.orderFacts.${role}`)}
                      {file.conflicts
                        .filter((conflict) => conflict.personId === personId)
                        .map(({ relation, note }) => (
                          <small key={relation}>
                            {t('path.conflict', { relation: t(`path.relation.${relation}`), note })}
                          </small>
                        ))}
                    </span>
                    <StepButtons steps={stepsAbout(steps, personId)} onStep={onStep} of={name} />
                  </li>
                ))}
              </ul>
            ),
          },
          ...lately,
        ]}
      />
    </Card>
  );
}
