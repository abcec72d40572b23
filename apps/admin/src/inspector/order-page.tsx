import type { ChecklistItem, OrderWarning } from '@soat/domain';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { newCommandKey } from '../api/client.js';
import { useCommand, useGet } from '../api/hooks.js';
import type { ChecklistShown, Colleague, InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { dayOf } from '../ui/format.js';
import { ActionBar, Card, Page, PageHeader, Section } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { NumberField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import './inspector.css';
import { mayOrder } from './inspection-list-page.js';
import { numberOf, targetOf, worded } from './labels.js';
import { offeredOn } from './offered-checklists.js';
import { OrderRegime } from './order-regime.js';
import { OrderTeam, type TeamRoles } from './order-team.js';
import { isPeriodWrong, type OrderTerms, procedureOf, usualTerms } from './order-terms.js';
import { ProgrammeItemPicker, type ProgrammeLink } from './programme-item-picker.js';
import { type PickedUnit, UnitPicker } from './unit-picker.js';

export function OrderPage() {
  const t = useT();
  const person = usePerson();
  const [asked] = useSearchParams();
  const again = asked.get('kiem-tra-lai');
  const earlier = useGet<InspectionShown>(again ? `/api/v1/inspections/${again}` : null);
  const [chosen, setTerms] = useState<OrderTerms | null>(null);
  // What is inspected again is inspected by the same rules, unless somebody says otherwise.
  const before = earlier.data?.file.order;
  const terms = chosen ?? { ...usualTerms, ...(before && { regime: before.regime, type: before.type }) };
  const isUnannounced = terms.type === 'unannounced';
  return (
    <Page>
      <PageHeader
        backTo="/kiem-tra"
        backLabel={t('inspector.backToList')}
        title={t(isUnannounced ? 'inspector.form.title' : 'order.title')}
        note={t(isUnannounced ? 'inspector.form.note' : 'order.note')}
      />
      {!mayOrder(person) ? (
        <EmptyState title={t('inspector.form.notYours')} />
      ) : again && !earlier.data ? (
        earlier.error ? (
          <ErrorPanel problem={earlier.error} onRetry={() => void earlier.refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <OrderForm terms={terms} onTerms={setTerms} again={earlier.data ?? null} newId={asked.get('ma')} />
      )}
    </Page>
  );
}

interface OrderFormProps {
  readonly terms: OrderTerms;
  readonly onTerms: (terms: OrderTerms) => void;
  /** The inspection whose conclusion is inspected again; null for any other order. */
  readonly again: InspectionShown | null;
  /** The id that the decision on the re-inspection gave the new case. */
  readonly newId: string | null;
}

function OrderForm({ terms, onTerms, again, newId }: OrderFormProps) {
  const t = useT();
  const language = useLanguage();
  const person = usePerson();
  const navigate = useNavigate();
  const notice = useNotice();
  const checklists = useGet<{ readonly data: readonly ChecklistShown[] }>('/api/v1/checklists');
  const inspectors = useGet<{ readonly data: readonly Colleague[] }>('/api/v1/inspectors');
  const own = useGet<PickedUnit>(person.unitId ? `/api/v1/units/${person.unitId}` : null);
  const order = useCommand('/api/v1/inspections');
  const [id] = useState(() => newId ?? newCommandKey());
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(dayOf(new Date().toISOString()));
  const [basis, setBasis] = useState('');
  const [unit, setUnit] = useState<readonly PickedUnit[]>(again ? [again.file.order.unit] : []);
  const [orderedBy, setOrderedBy] = useState<readonly PickedUnit[] | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [lead, setLead] = useState<string | null>(null);
  const [members, setMembers] = useState<TeamRoles>({});
  const [targets, setTargets] = useState<Readonly<Record<string, number | null>>>({});
  const [plan, setPlan] = useState('');
  const [line, setLine] = useState('');
  const [lineText, setLineText] = useState('');
  const [link, setLink] = useState<ProgrammeLink | null>(null);
  const [isChecked, setChecked] = useState(false);

  // Whatever another order would overlap with is said before anybody signs.
  const warnings = useGet<{ readonly data: readonly OrderWarning[] }>(
    unit[0] && signedOn ? '/api/v1/inspections/order-warnings' : null,
    {
      unitId: unit[0]?.id ?? null,
      signedOn,
      number: number.trim() || null,
      orderedByUnitId: (orderedBy ? orderedBy[0]?.id : person.unitId) ?? null,
      itemId: link?.itemId ?? null,
    },
  );

  const latest = offeredOn(signedOn, checklists.data?.data ?? []);
  const checklist = latest.find((edition) => edition.kind === kind) ?? latest[0];
  const colleagues = inspectors.data?.data ?? [];
  const leadId = lead ?? colleagues.find(({ role }) => role === 'team-lead')?.id ?? null;
  const ordering = orderedBy ?? (person.unitId ? [{ id: person.unitId, name: nameOf(own.data) }] : []);
  const programme = [plan, line, lineText].map((part) => part.trim());
  const isProgrammePartial = !link && programme.some((part) => part === '') && programme.some((part) => part !== '');
  const missing = (text: string, pointer: string) =>
    isChecked && text.trim() === '' ? t('inspector.minutes.missing') : order.problem?.messageAt(pointer);

  async function send(): Promise<void> {
    setChecked(true);
    const unitId = unit[0]?.id;
    const orderedByUnitId = ordering[0]?.id;
    const isComplete = number.trim() && basis.trim() && signedOn && !isProgrammePartial && procedureOf(terms, signedOn);
    if (isPeriodWrong(terms) || (terms.until !== null && signedOn !== null && terms.until < signedOn))
      return focusFirstWrong();
    if (!isComplete || !unitId || !orderedByUnitId || !leadId || !checklist) return focusFirstWrong();
    const ownTargets = Object.entries(targets).flatMap(([itemCode, percent]) =>
      percent === null ? [] : [{ itemCode, target: percent * 100 }],
    );
    const answer = await order.send({
      id,
      number: number.trim(),
      signedOn,
      basis: basis.trim().normalize('NFC'),
      unitId,
      orderedByUnitId,
      checklistKind: checklist.kind,
      regime: terms.regime,
      type: terms.type,
      ...(terms.from && terms.to && { inspectedPeriod: { from: terms.from, to: terms.to } }),
      ...(terms.until && { fieldworkUntil: terms.until }),
      ...(again && { reinspectionOf: again.id }),
      team: [
        { personId: leadId, role: 'lead' },
        ...Object.entries(members)
          .filter(([personId]) => personId !== leadId)
          .map(([personId, role]) => ({ personId, role })),
      ],
      ...(ownTargets.length > 0 && { targets: ownTargets }),
      ...(link && { fromProgramme: link }),
      ...(!link && programme[0] && { programmeItem: { plan: programme[0], item: programme[1], text: programme[2] } }),
    });
    if (!answer) return;
    notice(t('inspector.form.done'));
    await navigate(`/kiem-tra/${id}`);
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {again && (
        <p className="banner">
          {t('order.again', { number: again.file.conclusion?.number ?? again.file.order.number })}
        </p>
      )}
      <Section title={t('inspector.form.what')}>
        <Card>
          <UnitPicker
            label={t('inspector.form.unit')}
            value={unit}
            onChange={setUnit}
            error={isChecked && unit.length === 0 ? t('inspector.rec.bodyMissing') : undefined}
          />
          <Select
            label={t('inspector.form.checklist')}
            hint={
              checklist &&
              t('inspector.form.checklistNote', { edition: checklist.edition, items: checklist.items.length })
            }
            options={latest.map((edition) => ({ value: edition.kind, label: worded(edition.title, language) }))}
            value={checklist?.kind ?? ''}
            onChange={setKind}
          />
          {checklist && (
            <TargetFields
              key={checklist.kind}
              items={checklist.items}
              targets={targets}
              onChange={(itemCode, percent) => setTargets({ ...targets, [itemCode]: percent })}
            />
          )}
          <ErrorPanel problem={checklists.error} onRetry={() => void checklists.refetch()} />
        </Card>
      </Section>
      <OrderRegime
        terms={terms}
        on={signedOn}
        isChecked={isChecked}
        onChange={(changed) => {
          // The item chosen orders another type.
          if (changed.type !== terms.type) setLink(null);
          onTerms(changed);
        }}
      />
      <Section title={t('inspector.form.team')}>
        <Card>
          <OrderTeam
            colleagues={colleagues}
            leadId={leadId}
            onLead={setLead}
            members={members}
            onMembers={setMembers}
          />
          <ErrorPanel problem={inspectors.error} onRetry={() => void inspectors.refetch()} />
        </Card>
      </Section>
      <Section title={t('inspector.form.decision')}>
        <Card>
          <div className="form-pair">
            <TextField
              label={t('inspector.form.number')}
              hint={t('inspector.form.numberHint')}
              value={number}
              onChange={setNumber}
              lengthMax={60}
              error={missing(number, '/number')}
            />
            <DateField
              label={t('inspector.form.signedOn')}
              value={signedOn}
              onChange={setSignedOn}
              error={missing(signedOn ?? '', '/signedOn')}
            />
          </div>
          <TextArea
            label={t('inspector.form.basis')}
            rows={3}
            value={basis}
            onChange={setBasis}
            lengthMax={1000}
            error={missing(basis, '/basis')}
          />
          <UnitPicker
            label={t('inspector.form.orderedBy')}
            value={ordering}
            onChange={setOrderedBy}
            error={isChecked && ordering.length === 0 ? t('inspector.rec.bodyMissing') : undefined}
          />
          <ProgrammeItemPicker key={terms.type} on={signedOn} type={terms.type} value={link} onChange={setLink} />
          {!link && (
            <details className="more">
              <summary>
                {t('inspector.form.programme')} ({t('common.optional')})
              </summary>
              <div className="more-body">
                <TextField label={t('inspector.form.plan')} value={plan} onChange={setPlan} lengthMax={300} />
                <TextField label={t('inspector.form.item')} value={line} onChange={setLine} lengthMax={20} />
                <TextArea
                  label={t('inspector.form.text')}
                  rows={2}
                  value={lineText}
                  onChange={setLineText}
                  lengthMax={1000}
                  error={isChecked && isProgrammePartial ? t('inspector.form.programmePartial') : undefined}
                />
              </div>
            </details>
          )}
        </Card>
      </Section>
      {warnings.data && warnings.data.data.length > 0 && (
        <Section title={t('inspector.form.warnings')} count={warnings.data.data.length}>
          <Card tone="soon">
            <ul className="order-warnings">
              {warnings.data.data.map(({ code, inspectionId, detail }) => (
                <li key={`${code} ${inspectionId}`}>
                  {detail[language]}. <Link to={`/kiem-tra/${inspectionId}`}>{t('inspector.form.warningOpen')}</Link>
                </li>
              ))}
            </ul>
            <p className="page-note">{t('inspector.form.warningsNote')}</p>
          </Card>
        </Section>
      )}
      <ErrorPanel problem={order.problem} />
      <ActionBar>
        <Button type="submit" tone="primary" isBusy={order.isBusy}>
          {t('inspector.form.send')}
        </Button>
      </ActionBar>
    </form>
  );
}

interface TargetFieldsProps {
  readonly items: readonly ChecklistItem[];
  /** Whole percents by item. */
  readonly targets: Readonly<Record<string, number | null>>;
  readonly onChange: (itemCode: string, percent: number | null) => void;
}

/** Plans set different targets for the same ratio: 95% in one, 99% in another. */
function TargetFields({ items, targets, onChange }: TargetFieldsProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <details className="more">
      <summary>
        {t('inspector.form.targets')} ({t('common.optional')})
      </summary>
      <div className="more-body">
        <p className="field-hint">{t('inspector.form.targetsNote')}</p>
        {items
          .filter((item) => item.answer.kind === 'ratio')
          .map((item) => (
            <NumberField
              key={item.code}
              label={worded(item.question, language)}
              hint={t('inspector.form.target', {
                number: numberOf(item.code),
                target: targetOf(item, t, language) ?? '',
              })}
              max={100}
              suffix="%"
              value={targets[item.code] ?? null}
              onChange={(percent) => onChange(item.code, percent)}
            />
          ))}
      </div>
    </details>
  );
}

function nameOf(unit: PickedUnit | undefined): string {
  return unit?.name ?? '…';
}
