import type { PilotSite } from '@soat/domain';
import { newCommandKey } from '../api/client.js';
import { useT } from '../i18n/use-t.js';
import { type PickedUnit, UnitPicker } from '../inspector/unit-picker.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';

/** A pilot site as it is being written; both empty is no site. */
export interface PilotDraft {
  /** Of the row on the screen, nothing more. */
  readonly key: string;
  readonly unit: readonly PickedUnit[];
  readonly place: string;
}

export function pilotDraftsFrom(sites: readonly PilotSite[]): readonly PilotDraft[] {
  return sites.map(({ unit, place }) => ({ key: newCommandKey(), unit: [{ id: unit.id, name: unit.name }], place }));
}

export function arePilotSitesWhole(drafts: readonly PilotDraft[]): boolean {
  return drafts.every(({ unit, place }) => unit.length > 0 === (place.trim() !== ''));
}

export function bodyOfPilotSites(drafts: readonly PilotDraft[]) {
  return drafts.flatMap(({ unit, place }) =>
    unit[0] && place.trim() !== '' ? [{ unitId: unit[0].id, place: place.trim().normalize('NFC') }] : [],
  );
}

interface PilotSitesFieldsProps {
  readonly drafts: readonly PilotDraft[];
  readonly onChange: (drafts: readonly PilotDraft[]) => void;
  readonly isChecked: boolean;
}

/** Hamlets, quarters and streets where a plan is tried out, each with its commune. */
export function PilotSitesFields({ drafts, onChange, isChecked }: PilotSitesFieldsProps) {
  const t = useT();
  const change = (index: number, part: Partial<PilotDraft>) =>
    onChange(drafts.map((draft, at) => (at === index ? { ...draft, ...part } : draft)));
  return (
    <>
      {drafts.map((draft, index) => (
        <fieldset className="field row-of-many" key={draft.key}>
          <legend>{t('programme.form.site', { number: index + 1 })}</legend>
          <UnitPicker
            label={t('programme.form.siteUnit')}
            value={draft.unit}
            onChange={(unit) => change(index, { unit })}
            error={
              isChecked && draft.unit.length === 0 && draft.place.trim() !== '' ? t('path.field.missing') : undefined
            }
          />
          <TextField
            label={t('programme.form.place')}
            value={draft.place}
            onChange={(place) => change(index, { place })}
            lengthMax={200}
            error={
              isChecked && draft.unit.length > 0 && draft.place.trim() === '' ? t('path.field.missing') : undefined
            }
          />
          <div>
            <Button
              tone="quiet"
              icon="close"
              label={`${t('programme.form.removeSite')} ${index + 1}`}
              onClick={() => onChange(drafts.filter((_, at) => at !== index))}
            >
              {t('programme.form.removeSite')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...drafts, { key: newCommandKey(), unit: [], place: '' }])}>
          {t('programme.form.addSite')}
        </Button>
      </div>
    </>
  );
}
