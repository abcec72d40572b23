import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import type { Step } from './step.js';

export interface MoreSheetProps {
  readonly steps: readonly Step[];
  /** What is no step and belongs here as well. */
  readonly first?: ReactNode;
  readonly onChoose: (step: Step) => void;
  readonly onClose: () => void;
}

/** What may be done besides the next step, one a line. */
export function MoreSheet({ steps, first, onChoose, onClose }: MoreSheetProps) {
  const t = useT();
  return (
    <Sheet isOpen onClose={onClose} title={t('path.more')}>
      <ul className="more-steps">
        {first && <li>{first}</li>}
        {steps.map((step) => (
          <li key={step.path}>
            <Button isWide tone={step.tone ?? 'secondary'} onClick={() => onChoose(step)}>
              {t(step.title)}
            </Button>
            {step.note && <p className="field-hint">{step.note}</p>}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

export interface StepButtonsProps {
  readonly steps: readonly Step[];
  readonly onStep: (step: Step) => void;
  /** Of what they are, where the same words stand at several: `TT-01`. */
  readonly of?: string;
  readonly tone?: 'quiet';
}

/** The steps about one thing, beside it. */
export function StepButtons({ steps, onStep, of, tone }: StepButtonsProps) {
  const t = useT();
  return (
    <>
      {steps.map((step) => (
        <Button
          key={step.path}
          {...((step.tone ?? tone) && { tone: step.tone ?? tone })}
          {...(of !== undefined && { label: `${t(step.title)}: ${of}` })}
          onClick={() => onStep(step)}
        >
          {t(step.title)}
        </Button>
      ))}
    </>
  );
}
