import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { MoneyField } from '../ui/number-fields.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextField } from '../ui/text-field.js';

interface LineDraft {
  readonly name: string;
  readonly published: number | null;
  readonly resolved: number | null;
  readonly treasury: number | null;
}

const emptyLine: LineDraft = { name: '', published: null, resolved: null, treasury: null };
const sources = ['published', 'resolved', 'treasury'] as const;

/** The commune's figures from three sources, line by line; lines that cancel out in the total still differ. */
export function FiguresSheet({
  inspectionId,
  onClose,
}: {
  readonly inspectionId: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const notice = useNotice();
  const [period, setPeriod] = useState('');
  const [lines, setLines] = useState<readonly LineDraft[]>([emptyLine]);
  const [isChecked, setChecked] = useState(false);
  const figures = useCommand(`/api/v1/inspections/${inspectionId}/budget-figures`);
  const change = (index: number, part: Partial<LineDraft>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const missing = (isMissing: boolean) => (isChecked && isMissing ? t('inspector.minutes.missing') : undefined);

  async function save(): Promise<void> {
    setChecked(true);
    const whole = lines.flatMap(({ name, published, resolved, treasury }, index) =>
      name.trim() === '' || published === null || resolved === null || treasury === null
        ? []
        : [{ code: String(index + 1), name: name.trim().normalize('NFC'), published, resolved, treasury }],
    );
    if (period.trim() === '' || whole.length < lines.length) return focusFirstWrong();
    if (!(await figures.send({ period: period.trim().normalize('NFC'), lines: whole }))) return;
    notice(t('inspector.papers.figuresDone'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.papers.figures')}
      footer={
        <>
          <Button tone="primary" isBusy={figures.isBusy} onClick={() => void save()}>
            {t('inspector.papers.figures')}
          </Button>
          <Button onClick={() => setLines([...lines, emptyLine])}>{t('inspector.papers.addLine')}</Button>
        </>
      }
    >
      <TextField
        label={t('inspector.papers.period')}
        hint={t('inspector.papers.periodHint')}
        value={period}
        onChange={setPeriod}
        lengthMax={200}
        error={missing(period.trim() === '')}
      />
      {lines.map((line, index) => (
        // Lines are only ever added at the end, so that a place stays the same line.
        <fieldset key={`line-${index + 1}`} className="field">
          <legend>{t('inspector.papers.line', { number: index + 1 })}</legend>
          <TextField
            label={t('inspector.papers.lineName')}
            value={line.name}
            onChange={(name) => change(index, { name })}
            lengthMax={300}
            error={missing(line.name.trim() === '')}
          />
          {sources.map((source) => (
            <MoneyField
              key={source}
              label={t(`inspector.papers.${source}`)}
              value={line[source]}
              onChange={(sum) => change(index, { [source]: sum })}
              error={missing(line[source] === null)}
            />
          ))}
        </fieldset>
      ))}
      <ErrorPanel problem={figures.problem} />
    </Sheet>
  );
}
