import { pointsLeft, refusals, type ReturnReason } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ChoiceRow } from '../ui/choices.js';
import { Card, Section } from '../ui/layout.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea } from '../ui/text-field.js';
import { EvidenceList } from './evidence-list.js';
import { useReceipt } from './form-sheet.js';
import { formatDay, OnTimeTag } from './marks.js';
import type { Judgement, Offers, RecommendationFile } from './recommendation-file.js';
import { isBlank, missing } from './task-sheets.js';

interface VerificationSectionProps {
  readonly file: RecommendationFile;
  readonly offers: Offers;
}

/** What was found beside what the unit handed in, and every point to be judged; one return names all its reasons. */
export function VerificationSection({ file, offers }: VerificationSectionProps) {
  const t = useT();
  const proof = file.proofs.at(-1);
  if (!proof || !isVerificationShown(file, offers)) return null;
  const { dueOn, originalDueOn } = file.deadline;
  return (
    <Section title={t('unit.verify', { round: proof.round })}>
      <div className="side-by-side">
        <Card kicker={t('unit.verify.before')} title={file.order.findings[0]?.condition}>
          <EvidenceList
            evidence={file.order.findings.flatMap((finding) => finding.evidence)}
            label={t('unit.evidence')}
          />
        </Card>
        <Card
          kicker={t('unit.verify.after', { date: formatDay(proof.submittedOn) })}
          title={proof.note}
          tags={<OnTimeTag submittedOn={proof.submittedOn} dueOn={dueOn} originalDueOn={originalDueOn} />}
        >
          <EvidenceList evidence={proof.evidence} label={t('unit.round', { round: proof.round })} />
        </Card>
      </div>
      {offers.verify === 'may' ? (
        <Judging file={file} mayReturn={offers.giveBack === 'may'} />
      ) : (
        <NotYou title={t('unit.verify.notYou')} judgement={offers.verify} />
      )}
    </Section>
  );
}

/** To whoever may verify by role; who may not in this case is told why. */
export function isVerificationShown(file: RecommendationFile, offers: Offers): boolean {
  return file.status === 'awaiting-verification' && offers.verify !== 'not-your-role';
}

/** Why the rules keep this person from deciding, before anything is pressed. */
export function NotYou({ title, judgement }: { readonly title: string; readonly judgement: Judgement }) {
  const language = useLanguage();
  if (judgement === 'may' || judgement === 'not-your-role') return null;
  return (
    <div className="standing standing-neutral">
      <h3>{title}</h3>
      <p>{refusals[judgement][language]}.</p>
    </div>
  );
}

type Mark = 'met' | 'unmet';

function Judging({ file, mayReturn }: { readonly file: RecommendationFile; readonly mayReturn: boolean }) {
  const t = useT();
  const receipt = useReceipt();
  const path = `/api/v1/recommendations/${file.id}`;
  const verify = useCommand<{ readonly metPoints: readonly string[]; readonly note?: string }>(`${path}/verification`);
  const giveBack = useCommand<{ readonly reasons: readonly { readonly point?: string; readonly reason: string }[] }>(
    `${path}/return`,
  );
  const partly = useCommand<{
    readonly metPoints: readonly string[];
    readonly unmet: readonly { readonly point: string; readonly reason: string }[];
  }>(`${path}/partial-verification`);
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [other, setOther] = useState('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const points = pointsLeft(file);
  const left = points.filter((point) => !marks[point]).length;
  const unmet = points.filter((point) => marks[point] === 'unmet');
  const named: readonly ReturnReason[] = [
    ...unmet.map((point) => ({ point, reason: reasons[point] ?? '' })),
    ...(isBlank(other) ? [] : [{ point: null, reason: other }]),
  ];
  const met = points.filter((point) => marks[point] === 'met');
  const isPartly = left === 0 && met.length > 0 && unmet.length > 0 && isBlank(other);
  const isAllMet = left === 0 && unmet.length === 0 && isBlank(other);

  async function pass(): Promise<void> {
    giveBack.reset();
    const answer = await verify.send(
      { metPoints: points, ...(!isBlank(note) && { note }) },
      { expectedLength: file.length },
    );
    if (answer) receipt(t('unit.verify.passed'), answer);
  }

  async function passPartly(): Promise<void> {
    setTried(true);
    verify.reset();
    giveBack.reset();
    if (unmet.some((point) => isBlank(reasons[point] ?? ''))) return;
    const missed = unmet.map((point) => ({ point, reason: reasons[point] ?? '' }));
    const answer = await partly.send({ metPoints: met, unmet: missed }, { expectedLength: file.length });
    if (answer) receipt(t('course.partly.done'), answer);
  }

  async function returnIt(): Promise<void> {
    setTried(true);
    verify.reset();
    if (named.length === 0 || named.some(({ reason }) => isBlank(reason))) return;
    const body = named.map(({ point, reason }) => ({ ...(point !== null && { point }), reason }));
    const answer = await giveBack.send({ reasons: body }, { expectedLength: file.length });
    if (answer) receipt(t('unit.verify.returned'), answer);
  }

  return (
    <Card title={t('unit.verify.points')}>
      <div className="judging">
        <ol className="judged">
          {points.map((point, index) => (
            <li key={point}>
              <ChoiceRow<Mark>
                label={t('unit.verify.point', { index: index + 1, point })}
                value={marks[point] ?? null}
                onChange={(mark) => setMarks({ ...marks, [point]: mark })}
                options={[
                  { value: 'met', label: t('unit.verify.met'), tone: 'done' },
                  { value: 'unmet', label: t('unit.verify.unmet'), tone: 'overdue' },
                ]}
              />
              {marks[point] === 'unmet' && (
                <TextArea
                  label={t('unit.verify.reasonFor', { index: index + 1 })}
                  hint={t('unit.verify.reasonHint')}
                  rows={2}
                  lengthMax={2000}
                  value={reasons[point] ?? ''}
                  onChange={(reason) => setReasons({ ...reasons, [point]: reason })}
                  error={missing(isTried && isBlank(reasons[point] ?? ''), t('unit.missing.reason'))}
                />
              )}
            </li>
          ))}
        </ol>
        {unmet.length > 0 && (
          <TextArea
            label={t('unit.verify.otherReason')}
            isOptional
            rows={2}
            lengthMax={2000}
            value={other}
            onChange={setOther}
          />
        )}
        {isAllMet && (
          <TextArea
            label={t('unit.verify.note')}
            isOptional
            rows={2}
            lengthMax={2000}
            value={note}
            onChange={setNote}
          />
        )}
        <p className="page-note" role="status">
          {left > 0 && t('unit.verify.left', { count: left })}
        </p>
        {!mayReturn && <p className="page-note">{t('unit.verify.secondReturn')}</p>}
        <ErrorPanel problem={verify.problem ?? giveBack.problem ?? partly.problem} />
        <div className="decisions">
          <Button tone="primary" disabled={!isAllMet} isBusy={verify.isBusy} onClick={pass}>
            {t('unit.verify.pass')}
          </Button>
          {isPartly && (
            <Button isBusy={partly.isBusy} onClick={passPartly}>
              {t('course.partly', { met: met.length, unmet: unmet.length })}
            </Button>
          )}
          <Button
            tone="danger"
            disabled={!mayReturn || left > 0 || unmet.length === 0}
            isBusy={giveBack.isBusy}
            onClick={returnIt}
          >
            {named.length === 0 ? t('unit.verify.returnNone') : t('unit.verify.return', { count: named.length })}
          </Button>
        </div>
      </div>
    </Card>
  );
}
