import {
  type ChecklistItem,
  type Deadline,
  type Finding,
  type RecommendationKind,
  recommendationKinds,
} from '@soat/domain';
import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand, useGet, useRefresh } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button, ButtonLink } from '../ui/button.js';
import { CheckList } from '../ui/choices.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { formatDate, formatWeekdayDate } from '../ui/format.js';
import { MoneyField } from '../ui/number-fields.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { TextArea } from '../ui/text-field.js';
import { findingsWithoutRecommendation } from './abilities.js';
import { worded } from './labels.js';
import { type PickedUnit, UnitPicker } from './unit-picker.js';

export interface IssueSheetProps {
  readonly shown: InspectionShown;
  readonly onClose: () => void;
}

/** A recommendation from the minutes; its words come from the checklist, its due date from the server. */
export function IssueSheet({ shown, onClose }: IssueSheetProps) {
  const t = useT();
  const [issuedId, setIssuedId] = useState<string | null>(null);
  if (issuedId) return <Issued id={issuedId} onClose={onClose} />;
  return <IssueForm shown={shown} title={t('inspector.rec.issueTitle')} onClose={onClose} onIssued={setIssuedId} />;
}

interface IssueFormProps extends IssueSheetProps {
  readonly title: string;
  readonly onIssued: (id: string) => void;
}

function IssueForm({ shown, title, onClose, onIssued }: IssueFormProps) {
  const t = useT();
  const issue = useCommand('/api/v1/recommendations');
  const { file } = shown;
  // What can be chosen stays as it was when the sheet opened.
  const [open] = useState(() => findingsWithoutRecommendation(file));
  const [id] = useState(newCommandKey);
  const [findingIds, setFindingIds] = useState<readonly string[]>(open.slice(0, 1).map((finding) => finding.findingId));
  const suggested = suggestionFor(open, findingIds, file.order.checklist.items);
  const [text, setText] = useState(suggested.text);
  const [points, setPoints] = useState(suggested.points);
  const [kind, setKind] = useState<RecommendationKind>(suggested.kind);
  const [lead, setLead] = useState<readonly PickedUnit[]>([file.order.orderedBy.body]);
  const [coordinating, setCoordinating] = useState<readonly PickedUnit[]>([]);
  const [implementing, setImplementing] = useState<readonly PickedUnit[]>([file.order.unit]);
  const [amount, setAmount] = useState<number | null>(null);
  const [isChecked, setChecked] = useState(false);
  const verificationPoints = linesOf(points);

  function choose(chosen: readonly string[]): void {
    const next = suggestionFor(open, chosen, file.order.checklist.items);
    // Words that someone has changed are theirs.
    if (text === suggested.text) setText(next.text);
    if (points === suggested.points) setPoints(next.points);
    if (kind === suggested.kind) setKind(next.kind);
    setFindingIds(chosen);
  }

  async function send(): Promise<void> {
    setChecked(true);
    const leadUnitId = lead[0]?.id;
    const isComplete = findingIds.length > 0 && text.trim() !== '' && verificationPoints.length > 0;
    if (kind === 'collect-money' && !amount) return focusFirstWrong();
    if (!isComplete || !leadUnitId || implementing.length === 0) return focusFirstWrong();
    const body = {
      id,
      inspectionId: shown.id,
      findingIds,
      kind,
      text: text.trim().normalize('NFC'),
      verificationPoints,
      leadUnitId,
      coordinatingUnitIds: coordinating.map((unit) => unit.id),
      implementingUnitIds: implementing.map((unit) => unit.id),
      ...(kind === 'collect-money' && amount && { amountToRecover: amount }),
    };
    if (await issue.send(body)) onIssued(id);
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <SheetActions onCancel={onClose}>
          <Button tone="primary" isBusy={issue.isBusy} onClick={() => void send()}>
            {t('inspector.rec.issue')}
          </Button>
        </SheetActions>
      }
    >
      <CheckList
        label={t('inspector.rec.findings')}
        options={open.map((finding) => ({
          value: finding.findingId,
          label: finding.condition,
          note: `${finding.number} · ${t(`inspector.severity.${finding.severity}`)}`,
        }))}
        value={findingIds}
        onChange={choose}
        error={isChecked && findingIds.length === 0 ? t('inspector.rec.findingsMissing') : undefined}
      />
      <TextArea
        label={t('inspector.rec.text')}
        rows={5}
        value={text}
        onChange={setText}
        lengthMax={4000}
        error={isChecked && text.trim() === '' ? t('inspector.rec.textMissing') : undefined}
      />
      <TextArea
        label={t('inspector.rec.points')}
        rows={5}
        value={points}
        onChange={setPoints}
        error={isChecked && verificationPoints.length === 0 ? t('inspector.rec.pointsMissing') : undefined}
      />
      <div className="field">
        <label htmlFor="rec-kind">{t('inspector.rec.kind')}</label>
        <select
          id="rec-kind"
          className="select"
          value={kind}
          onChange={(event) => setKind(recommendationKinds.find((each) => each === event.target.value) ?? kind)}
        >
          {recommendationKinds.map((each) => (
            <option key={each} value={each}>
              {t(`inspector.rec.kind.${each}`)}
            </option>
          ))}
        </select>
      </div>
      {kind === 'collect-money' && (
        <MoneyField
          label={t('course.enter.amount')}
          value={amount}
          onChange={setAmount}
          error={isChecked && !amount ? t('course.fill') : undefined}
        />
      )}
      <UnitPicker
        label={t('inspector.rec.implementing')}
        isMany
        value={implementing}
        onChange={setImplementing}
        error={isChecked && implementing.length === 0 ? t('inspector.rec.bodyMissing') : undefined}
      />
      <UnitPicker
        label={t('inspector.rec.lead')}
        value={lead}
        onChange={setLead}
        error={isChecked && lead.length === 0 ? t('inspector.rec.bodyMissing') : undefined}
      />
      <UnitPicker
        label={t('inspector.rec.coordinating')}
        isMany
        isOptional
        value={coordinating}
        onChange={setCoordinating}
      />
      <p className="field-hint">{t('inspector.rec.deadlineNote')}</p>
      <ErrorPanel problem={issue.problem} />
    </Sheet>
  );
}

interface IssuedRecommendation {
  readonly order: { readonly number: string; readonly text: string; readonly deadline: Deadline };
}

/** The due date, and how it came about. */
function Issued({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useT();
  const refresh = useRefresh();
  const language = useLanguage();
  const issued = useGet<IssuedRecommendation>(`/api/v1/recommendations/${id}`);
  const order = issued.data?.order;
  const deadline = order?.deadline;
  const holidays = deadline?.skippedOn.filter((day) => day.name !== null) ?? [];

  // The inspection notes its recommendation by itself, a moment after it was issued.
  function close(): void {
    void refresh();
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={close}
      title={t('inspector.rec.done', { number: order?.number ?? '' })}
      footer={
        <>
          <Button tone="primary" onClick={close}>
            {t('inspector.rec.finish')}
          </Button>
          <ButtonLink to={`/kien-nghi/${id}`}>{t('inspector.rec.open')}</ButtonLink>
        </>
      }
    >
      <ErrorPanel problem={issued.error} onRetry={() => void issued.refetch()} />
      {issued.isPending && <Loading />}
      {order && deadline && (
        <>
          <p>{order.text}</p>
          <div className="due">
            <strong>{t('inspector.rec.dueOn', { on: formatWeekdayDate(deadline.dueOn, language) })}</strong>
            <span>
              {t(deadline.rule.unit === 'working-day' ? 'inspector.rec.workingDays' : 'inspector.rec.calendarDays', {
                amount: deadline.rule.amount,
                from: formatDate(deadline.startOn),
              })}
            </span>
            {holidays.length > 0 && (
              <span>
                {t('inspector.rec.skipped', {
                  days: holidays
                    .map((day) => `${formatDate(day.on)}${day.name ? ` (${worded(day.name, language)})` : ''}`)
                    .join(', '),
                })}
              </span>
            )}
            {!deadline.confirmed && <Tag tone="soon">{t('inspector.rec.unconfirmed')}</Tag>}
          </div>
        </>
      )}
    </Sheet>
  );
}

interface Suggestion {
  readonly text: string;
  /** One a line. */
  readonly points: string;
  readonly kind: RecommendationKind;
}

/** The checklist's own remedies and points for the chosen findings, in Vietnamese: the unit reads them. */
function suggestionFor(
  open: readonly Finding[],
  chosen: readonly string[],
  items: readonly ChecklistItem[],
): Suggestion {
  const behind = open
    .filter((finding) => chosen.includes(finding.findingId))
    .flatMap((finding) => items.filter((item) => item.code === finding.itemCode));
  return {
    text: behind.map((item) => item.remedy.vi).join('\n'),
    points: [...new Set(behind.flatMap((item) => item.verificationPoints.map((point) => point.vi)))].join('\n'),
    kind: behind.some((item) => item.answer.kind === 'money') ? 'collect-money' : 'correct-document',
  };
}

function linesOf(text: string): readonly string[] {
  return [...new Set(text.split('\n').map((line) => line.trim().normalize('NFC')))].filter((line) => line !== '');
}
