import { inspectionTypes, plannedTimeOf, quotaPeriods } from '@soat/domain';
import { useGet } from '../api/hooks.js';
import type { ChecklistShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { UnitPicker } from '../inspector/unit-picker.js';
import { NumberField } from '../ui/number-fields.js';
import { Select } from '../ui/select.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { type BodiesDraft, type ItemDraft, lackingIn } from './item-draft.js';

interface ItemFieldsProps {
  readonly draft: ItemDraft;
  readonly onChange: (draft: ItemDraft) => void;
  readonly isChecked: boolean;
  /** What the server says of a field of this item, by its name. */
  readonly messageAt?: ((name: string) => string | undefined) | undefined;
}

/** Everything a plan says of one item. */
export function ItemFields({ draft, onChange, isChecked, messageAt }: ItemFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const checklists = useGet<{ readonly data: readonly ChecklistShown[] }>('/api/v1/checklists');
  const kinds = new Map((checklists.data?.data ?? []).map(({ kind, title }) => [kind, title]));
  const lacking = isChecked ? lackingIn(draft) : [];
  const change = (part: Partial<ItemDraft>) => onChange({ ...draft, ...part });
  const errorOf = (name: 'code' | 'text' | 'lead' | 'time') =>
    lacking.includes(name) ? t('path.field.missing') : messageAt?.(name);
  return (
    <>
      <TextField
        label={t('programme.form.code')}
        hint={t('programme.form.codeHint')}
        value={draft.code}
        onChange={(code) => change({ code })}
        lengthMax={20}
        error={errorOf('code')}
      />
      <TextArea
        label={t('programme.form.text')}
        rows={3}
        value={draft.text}
        onChange={(text) => change({ text })}
        lengthMax={2000}
        error={errorOf('text')}
      />
      <TimeField time={draft.time} onChange={(time) => change({ time })} error={errorOf('time')} />
      <Select
        label={t('programme.form.type')}
        options={inspectionTypes.map((value) => ({ value, label: t(`inspector.type.${value}`) }))}
        value={draft.inspectionType}
        onChange={(type) => change({ inspectionType: inspectionTypes.find((one) => one === type) ?? 'unannounced' })}
      />
      {draft.inspectionType === 'unannounced' && (
        <div className="form-pair">
          <NumberField
            label={t('programme.form.quota')}
            isOptional
            max={1000}
            value={draft.quota}
            onChange={(quota) => change({ quota })}
          />
          <Select
            label={t('programme.form.per')}
            options={quotaPeriods.map((value) => ({ value, label: t(`programme.form.per.${value}`) }))}
            value={draft.per}
            onChange={(per) => change({ per: quotaPeriods.find((one) => one === per) ?? 'quarter' })}
          />
        </div>
      )}
      <Select
        label={t('programme.form.checklist')}
        isOptional
        options={[
          { value: '', label: t('programme.form.noChecklist') },
          ...[...kinds].map(([value, title]) => ({ value, label: title[language] })),
        ]}
        value={draft.checklistKind}
        onChange={(checklistKind) => change({ checklistKind })}
      />
      <BodiesField
        label={t('programme.form.lead')}
        isNeeded
        value={draft.lead}
        onChange={(lead) => change({ lead })}
        error={errorOf('lead')}
      />
      <BodiesField
        label={t('programme.form.coordinating')}
        value={draft.coordinating}
        onChange={(coordinating) => change({ coordinating })}
      />
      <BodiesField
        label={t('programme.form.implementing')}
        value={draft.implementing}
        onChange={(implementing) => change({ implementing })}
      />
    </>
  );
}

interface TimeFieldProps {
  readonly time: string;
  readonly onChange: (time: string) => void;
  readonly error: string | undefined;
}

/** In the plan's own words; what is not read in them is said while they are typed. */
function TimeField({ time, onChange, error }: TimeFieldProps) {
  const t = useT();
  const { unread } = plannedTimeOf(time);
  return (
    <>
      <TextField
        label={t('programme.form.time')}
        hint={t('programme.form.timeHint')}
        value={time}
        onChange={onChange}
        lengthMax={300}
        error={error}
      />
      <p className="field-hint" role="status">
        {time.trim() !== '' &&
          (unread.length === 0 ? t('programme.form.timeRead') : t('programme.unread', { text: unread.join('; ') }))}
      </p>
    </>
  );
}

interface BodiesFieldProps {
  readonly label: string;
  readonly value: BodiesDraft;
  readonly onChange: (value: BodiesDraft) => void;
  /** Somebody must be named, here or among the others. */
  readonly isNeeded?: boolean;
  readonly error?: string | undefined;
}

function BodiesField({ label, value, onChange, isNeeded = false, error }: BodiesFieldProps) {
  const t = useT();
  return (
    <>
      <UnitPicker
        label={label}
        isMany
        isOptional={!isNeeded}
        error={error}
        value={value.units}
        onChange={(units) => onChange({ ...value, units })}
      />
      <TextArea
        label={t('programme.form.others', { role: label })}
        isOptional
        rows={2}
        value={value.others}
        onChange={(others) => onChange({ ...value, others })}
        lengthMax={3000}
      />
    </>
  );
}
