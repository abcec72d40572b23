import type { ChecklistItem, OrderWarning } from '@soat/domain';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { newCommandKey } from '../api/client.js';
import { useCommand, useGet } from '../api/hooks.js';
import type { ChecklistShown, Colleague } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { CheckList } from '../ui/choices.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { dayOf } from '../ui/format.js';
import { ActionBar, Card, Page, PageHeader, Section } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { NumberField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { EmptyState, ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import './inspector.css';
import { mayOrder } from './inspection-list-page.js';
import { numberOf, targetOf, worded } from './labels.js';
import { ProgrammeItemPicker, type ProgrammeLink } from './programme-item-picker.js';
import { type PickedUnit, UnitPicker } from './unit-picker.js';

export function OrderPage() {
  const t = useT();
  const person = usePerson();
  return (
    <Page>
      <PageHeader
        backTo="/kiem-tra"
        backLabel={t('inspector.backToList')}
        title={t('inspector.form.title')}
        note={t('inspector.form.note')}
      />
      {mayOrder(person) ? <OrderForm /> : <EmptyState title={t('inspector.form.notYours')} />}
    </Page>
  );
}

function OrderForm() {
  const t = useT();
  const language = useLanguage();
  const person = usePerson();
  const navigate = useNavigate();
  const notice = useNotice();
  const checklists = useGet<{ readonly data: readonly ChecklistShown[] }>('/api/v1/checklists');
  const inspectors = useGet<{ readonly data: readonly Colleague[] }>('/api/v1/inspectors');
  const own = useGet<PickedUnit>(person.unitId ? `/api/v1/units/${person.unitId}` : null);
  const order = useCommand('/api/v1/inspections');
  const [id] = useState(newCommandKey);
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(dayOf(new Date().toISOString()));
  const [basis, setBasis] = useState('');
  const [unit, setUnit] = useState<readonly PickedUnit[]>([]);
  const [orderedBy, setOrderedBy] = useState<readonly PickedUnit[] | null>(null);
  const [kind, setKind] = useState<string | null>(null);
  const [lead, setLead] = useState<string | null>(null);
  const [members, setMembers] = useState<readonly string[]>([]);
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

  const latest = latestEditions(checklists.data?.data ?? []);
  const checklist = latest.find((edition) => edition.kind === kind) ?? latest[0];
  const colleagues = inspectors.data?.data ?? [];
  const leads = colleagues.filter((colleague) => colleague.role === 'team-lead');
  const leadId = lead ?? leads[0]?.id ?? null;
  const ordering = orderedBy ?? (person.unitId ? [{ id: person.unitId, name: nameOf(own.data) }] : []);
  const programme = [plan, line, lineText].map((part) => part.trim());
  const isProgrammePartial = !link && programme.some((part) => part === '') && programme.some((part) => part !== '');
  const missing = (text: string) => (isChecked && text.trim() === '' ? t('inspector.minutes.missing') : undefined);

  async function send(): Promise<void> {
    setChecked(true);
    const unitId = unit[0]?.id;
    const orderedByUnitId = ordering[0]?.id;
    const isComplete = number.trim() && basis.trim() && signedOn && !isProgrammePartial;
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
      team: [
        { personId: leadId, role: 'lead' },
        ...members.filter((member) => member !== leadId).map((personId) => ({ personId, role: 'member' })),
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
      <Section title={t('inspector.form.team')}>
        <Card>
          <Select
            label={t('inspector.form.lead')}
            options={leads.map((colleague) => ({
              value: colleague.id,
              label: `${colleague.name}, ${colleague.title}`,
            }))}
            value={leadId ?? ''}
            onChange={setLead}
          />
          <CheckList
            label={t('inspector.form.members')}
            options={colleagues
              .filter((colleague) => colleague.id !== leadId)
              .map((colleague) => ({ value: colleague.id, label: colleague.name, note: colleague.title }))}
            value={members}
            onChange={setMembers}
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
              error={missing(number)}
            />
            <DateField
              label={t('inspector.form.signedOn')}
              value={signedOn}
              onChange={setSignedOn}
              error={isChecked && !signedOn ? t('inspector.minutes.missing') : undefined}
            />
          </div>
          <TextArea
            label={t('inspector.form.basis')}
            rows={3}
            value={basis}
            onChange={setBasis}
            lengthMax={1000}
            error={missing(basis)}
          />
          <UnitPicker
            label={t('inspector.form.orderedBy')}
            value={ordering}
            onChange={setOrderedBy}
            error={isChecked && ordering.length === 0 ? t('inspector.rec.bodyMissing') : undefined}
          />
          <ProgrammeItemPicker on={signedOn} value={link} onChange={setLink} />
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

/** One edition of each kind: the last one that is open. */
function latestEditions(editions: readonly ChecklistShown[]): readonly ChecklistShown[] {
  const byKind = new Map<string, ChecklistShown>();
  for (const edition of editions) if (edition.validTo === null) byKind.set(edition.kind, edition);
  return [...byKind.values()];
}

function nameOf(unit: PickedUnit | undefined): string {
  return unit?.name ?? '…';
}
