import type { Answer, AnswerProposal, AnswerValue, ChecklistItem, Evidence, ImportedLedger } from '@soat/domain';
import { useState } from 'react';
import { useCommand } from '../api/hooks.js';
import type { InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { classNames } from '../ui/class-names.js';
import { Icon } from '../ui/icon.js';
import { useNotice } from '../ui/notice.js';
import { ErrorPanel } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { emptyDraft, valueFrom } from './answer-draft.js';
import { AnswerFields, outcomeOf, Verdict } from './answer-fields.js';
import { CorrectionSheet } from './correction-sheet.js';
import { EvidenceList } from './evidence-list.js';
import { EvidenceSheet } from './evidence-sheet.js';
import { FailSheet, type Proposal } from './fail-sheet.js';
import { numberOf, targetOf, answerText, worded } from './labels.js';
import { PassSheet } from './pass-sheet.js';
import { ReasonSheet } from './reason-sheet.js';
import { evidenceThatCounts } from './use-evidence.js';
import { SeverityTag } from './severity-tag.js';

export interface ItemRowProps {
  readonly shown: InspectionShown;
  readonly item: ChecklistItem;
  /** Whether answers are taken from this person now. */
  readonly isOpen: boolean;
}

type Opened =
  | { readonly sheet: 'fail' | 'pass'; readonly value: AnswerValue; readonly proposal?: Proposal }
  | { readonly sheet: 'na' | 'correct' | 'evidence' };

/** One item of the checklist, answered where it stands. */
export function ItemRow({ shown, item, isOpen }: ItemRowProps) {
  const t = useT();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, file } = shown;
  const given = file.answers[item.code];
  // What is answered while somebody looks at it stays as it is: what folds under a finger moves the next button away from it.
  const [isUnfolded, setUnfolded] = useState(given === undefined);
  const captured = file.evidence[item.code] ?? [];
  const evidence = [...captured, ...(given?.status === 'answered' ? given.evidence : [])].filter(
    (piece, index, all) => all.findIndex(({ sha256 }) => sha256 === piece.sha256) === index,
  );
  const counted = evidenceThatCounts(evidence, item).length;
  const number = numberOf(item.code);
  const target = targetOf(item, t, language);
  const proposal = shown.answerProposals.find(({ itemCode }) => itemCode === item.code);
  const close = () => setOpened(null);
  // What was answered before makes room for what is not; a tap brings back its evidence, its correction and how it is checked.
  const isFolded = given !== undefined && !isUnfolded;
  const mark = given ? (given.status === 'answered' ? given.outcome : 'not-applicable') : 'open';
  return (
    <li className={classNames('item', `item-${mark}`, isFolded && 'item-folded')} id={item.code}>
      <span className="item-number" aria-hidden="true">
        {number}
      </span>
      <div className="item-body">
        <h3>
          {given ? (
            <button
              type="button"
              className="item-fold"
              aria-expanded={!isFolded}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              <span>{worded(item.question, language)}</span>
              <Icon name="forward" />
            </button>
          ) : (
            worded(item.question, language)
          )}
        </h3>
        {!isFolded && (
          <div className="tags">
            {item.severity === 'critical' && <SeverityTag severity={item.severity} />}
            {target && <Tag>{target}</Tag>}
            {item.answer.kind === 'yesNo' && !item.answer.passWhen && <Tag>{t('inspector.answer.passWhenNo')}</Tag>}
            {item.evidence.requiredWhen === 'always' && <Tag>{t('inspector.evidence.requiredAlways')}</Tag>}
          </div>
        )}
        {given ? (
          <GivenAnswer
            item={item}
            given={given}
            dismissed={file.dismissed[item.code]}
            isBrief={isFolded}
            pieces={evidence.length}
          />
        ) : item.answer.kind === 'derived' ? (
          <p className="field-hint">{t('inspector.answer.computedLater')}</p>
        ) : (
          isOpen && <AnswerEntry inspectionId={id} item={item} hasEvidence={counted > 0} onSheet={setOpened} />
        )}
        {isOpen && !given && proposal && (
          <ProposedAnswer inspectionId={id} item={item} proposal={proposal} file={file.ledger} onSheet={setOpened} />
        )}
        {!isFolded && <EvidenceList evidence={evidence} />}
        {!isFolded && (
          <div className="item-tools">
            {isOpen && item.answer.kind !== 'derived' && (
              <>
                {given && (
                  <Button
                    tone="quiet"
                    icon="pen"
                    label={t('inspector.correct.spoken', { number })}
                    onClick={() => setOpened({ sheet: 'correct' })}
                  >
                    {t('inspector.correct')}
                  </Button>
                )}
                <Button
                  tone="quiet"
                  icon="camera"
                  label={t('inspector.evidence.addTo', { number })}
                  onClick={() => setOpened({ sheet: 'evidence' })}
                >
                  {t('inspector.evidence')}
                </Button>
              </>
            )}
            <ItemGuide item={item} />
          </div>
        )}
      </div>
      {opened?.sheet === 'fail' && (
        <FailSheet
          inspectionId={id}
          item={item}
          value={opened.value}
          evidenceKnown={counted}
          proposal={opened.proposal}
          onClose={close}
        />
      )}
      {opened?.sheet === 'pass' && <PassSheet inspectionId={id} item={item} value={opened.value} onClose={close} />}
      {opened?.sheet === 'na' && (
        <ReasonSheet
          title={t('inspector.answer.naTitle', { number })}
          note={worded(item.question, language)}
          path={`/api/v1/inspections/${id}/not-applicable`}
          body={{ itemCode: item.code }}
          confirm={t('inspector.answer.notApplicable')}
          done={t('inspector.answer.naSaved', { number })}
          onClose={close}
        />
      )}
      {opened?.sheet === 'correct' && given && (
        <CorrectionSheet inspectionId={id} item={item} given={given} evidenceKnown={counted} onClose={close} />
      )}
      {opened?.sheet === 'evidence' && <EvidenceSheet inspectionId={id} item={item} onClose={close} />}
    </li>
  );
}

interface AnswerEntryProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly hasEvidence: boolean;
  readonly onSheet: (opened: Opened) => void;
}

/** Two buttons for a yes or no, fields for everything else; what needs more than a tap opens a sheet. */
function AnswerEntry({ inspectionId, item, hasEvidence, onSheet }: AnswerEntryProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const answers = useCommand(`/api/v1/inspections/${inspectionId}/answers`);
  const [draft, setDraft] = useState(emptyDraft);
  const [isChecked, setChecked] = useState(false);
  const { answer } = item;
  const number = numberOf(item.code);
  const value = valueFrom(answer, draft);
  const spoken = (choice: string) =>
    t('inspector.answer.spoken', { choice, number, question: worded(item.question, language) });

  async function record(judged: AnswerValue): Promise<void> {
    const outcome = outcomeOf(answer, judged);
    if (outcome === null || answers.isBusy) return;
    if (outcome === 'fail') return onSheet({ sheet: 'fail', value: judged });
    if (item.evidence.requiredWhen === 'always' && !hasEvidence) return onSheet({ sheet: 'pass', value: judged });
    if (await answers.send({ itemCode: item.code, value: judged }))
      notice(t('inspector.answer.saved', { number, outcome: t('inspector.answer.pass') }));
  }

  const notApplicable = (
    <button
      type="button"
      className="answer-button answer-button-na"
      aria-label={spoken(t('inspector.answer.notApplicable'))}
      onClick={() => onSheet({ sheet: 'na' })}
    >
      {t('inspector.answer.notApplicable')}
    </button>
  );
  return (
    <>
      {answer.kind === 'yesNo' ? (
        <div className="answer-buttons">
          <button
            type="button"
            className={classNames('answer-button', 'answer-button-pass', answers.isBusy && 'answer-button-chosen')}
            aria-label={spoken(t('inspector.answer.pass'))}
            aria-disabled={answers.isBusy || undefined}
            onClick={() => void record({ kind: 'yesNo', yes: answer.passWhen })}
          >
            {t('inspector.answer.pass')}
          </button>
          <button
            type="button"
            className="answer-button answer-button-fail"
            aria-label={spoken(t('inspector.answer.fail'))}
            onClick={() => void record({ kind: 'yesNo', yes: !answer.passWhen })}
          >
            {t('inspector.answer.fail')}
          </button>
          {notApplicable}
        </div>
      ) : (
        <div className="answer-entry">
          <AnswerFields
            answer={answer}
            label={t('inspector.answer.label', { number })}
            isLabelHidden
            draft={draft}
            onChange={setDraft}
            error={isChecked && !value ? t('inspector.answer.incomplete') : undefined}
          />
          {answer.kind === 'ratio' && answer.sampleMin !== null && (
            <p className="field-hint">{t('inspector.answer.sample', { count: answer.sampleMin })}</p>
          )}
          <div className="answer-entry-foot">
            <Button
              tone="primary"
              isBusy={answers.isBusy}
              label={spoken(t('inspector.answer.save'))}
              onClick={() => {
                setChecked(true);
                if (value) void record(value);
              }}
            >
              {t('inspector.answer.save')}
            </Button>
            {notApplicable}
            <Verdict answer={answer} draft={draft} />
          </div>
        </div>
      )}
      <ErrorPanel problem={answers.problem} />
    </>
  );
}

interface ProposedAnswerProps {
  readonly inspectionId: string;
  readonly item: ChecklistItem;
  readonly proposal: AnswerProposal;
  readonly file: ImportedLedger | null;
  readonly onSheet: (opened: Opened) => void;
}

/** What the ledger or the figures say about the item; the team takes it over, or answers for itself. */
function ProposedAnswer({ inspectionId, item, proposal, file, onSheet }: ProposedAnswerProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const answers = useCommand(`/api/v1/inspections/${inspectionId}/answers`);
  const number = numberOf(item.code);
  const { value, outcome, condition, amountAtRisk } = proposal;
  const words = t(outcome === 'pass' ? 'inspector.answer.pass' : 'inspector.answer.fail');
  const ledger = file && evidenceBodyOf(file.file);

  async function take(): Promise<void> {
    if (condition !== null)
      return onSheet({ sheet: 'fail', value, proposal: { condition, amountAtRisk, file: ledger } });
    if (item.evidence.requiredWhen === 'always') return onSheet({ sheet: 'pass', value });
    if (await answers.send({ itemCode: item.code, value, ...(ledger && { evidence: [ledger] }) }))
      notice(t('inspector.answer.saved', { number, outcome: words }));
  }

  return (
    <div className="proposed">
      <p>
        <strong>{t('inspector.proposal.title')}</strong>{' '}
        <Tag tone={outcome === 'pass' ? 'done' : 'overdue'}>{words}</Tag> {answerText(value, item, t, language)}
      </p>
      {condition && <p className="field-hint">{condition}</p>}
      <Button isBusy={answers.isBusy} label={t('inspector.proposal.spoken', { number })} onClick={() => void take()}>
        {t('inspector.proposal.take')}
      </Button>
      <ErrorPanel problem={answers.problem} />
    </div>
  );
}

function evidenceBodyOf({ sha256, size, mediaType, name, kind }: Evidence) {
  return { sha256, size, mediaType, name, kind };
}

function GivenAnswer({
  item,
  given,
  dismissed,
  isBrief,
  pieces,
}: {
  readonly item: ChecklistItem;
  readonly given: Answer;
  readonly dismissed: string | undefined;
  /** The verdict and how much evidence there is, nothing else. */
  readonly isBrief: boolean;
  readonly pieces: number;
}) {
  const t = useT();
  const language = useLanguage();
  if (given.status === 'not-applicable')
    return (
      <p className="given">
        <Tag>{t('inspector.answer.notApplicable')}</Tag>
        {!isBrief && <span>{given.reason}</span>}
      </p>
    );
  return (
    <>
      <p className="given">
        {given.outcome === 'pass' ? (
          <Tag tone="done">{t('inspector.answer.pass')}</Tag>
        ) : (
          <Tag tone="overdue">{t('inspector.answer.fail')}</Tag>
        )}
        {given.value.kind !== 'yesNo' && <strong>{answerText(given.value, item, t, language)}</strong>}
        {item.answer.kind === 'derived' && <span className="field-hint">{t('inspector.answer.computed')}</span>}
        {isBrief && pieces > 0 && (
          <span className="field-hint">{t('inspector.evidence.pieces', { count: pieces })}</span>
        )}
      </p>
      {!isBrief && given.note && <p className="given-note">{given.note}</p>}
      {!isBrief && dismissed && (
        <p className="given-note">{t('inspector.findings.dismissedFor', { reason: dismissed })}</p>
      )}
    </>
  );
}

/** How to check and by what right, folded away: whoever knows the list needs it rarely. */
function ItemGuide({ item }: { readonly item: ChecklistItem }) {
  const t = useT();
  const language = useLanguage();
  const { answer } = item;
  return (
    <details className="more">
      <summary>{t('inspector.answer.how')}</summary>
      <div className="more-body">
        <p>{worded(item.verifiedBy, language)}</p>
        {answer.kind === 'ratio' && <p>{t('inspector.target.source', { source: answer.targetSource })}</p>}
        <ul className="basis">
          {item.basis.map((basis) => (
            <li key={`${basis.source} ${basis.text.vi}`}>
              {worded(basis.text, language)}
              <small>
                {basis.source}
                {!basis.confirmed && ` (${t('inspector.answer.unconfirmed')})`}
              </small>
            </li>
          ))}
        </ul>
        {item.indices.length > 0 && (
          <small>{t('inspector.answer.indices', { indices: item.indices.join(', ') })}</small>
        )}
      </div>
    </details>
  );
}
