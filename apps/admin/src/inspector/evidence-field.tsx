import { useT } from '../i18n/use-t.js';
import { ChoiceRow } from '../ui/choices.js';
import { EvidencePicker } from '../ui/evidence-picker.js';
import type { EvidenceForm } from './use-evidence.js';

/** The files, and what they show where the item takes more than one kind. */
export function EvidenceField({ form }: { readonly form: EvidenceForm }) {
  const t = useT();
  const { picker, kinds, kind, chooseKind } = form;
  return (
    <>
      <EvidencePicker {...picker} />
      {picker.value.length > 0 && kinds.length > 1 && (
        <ChoiceRow
          label={t('inspector.evidence.kind')}
          options={kinds.map((value) => ({ value, label: t(`inspector.evidence.kind.${value}`) }))}
          value={kind}
          onChange={chooseKind}
        />
      )}
    </>
  );
}
