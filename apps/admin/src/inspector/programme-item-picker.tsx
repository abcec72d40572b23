import type { InspectionType } from '@soat/domain';
import { useId } from 'react';
import { type Page, useGet } from '../api/hooks.js';
import type { ProgrammeRow, ProgrammeShown } from '../api/programmes.js';
import { useT } from '../i18n/use-t.js';

export interface ProgrammeLink {
  readonly programmeId: string;
  readonly itemId: string;
}

export interface ProgrammeItemPickerProps {
  /** The day of the order: the programme in force on it is offered. */
  readonly on: string | null;
  /** What is ordered: only items of this type are offered. */
  readonly type: InspectionType;
  readonly value: ProgrammeLink | null;
  readonly onChange: (link: ProgrammeLink | null) => void;
}

/** The items of the programme in force that order inspections of this type; nothing where there is none. */
export function ProgrammeItemPicker({ on, type, value, onChange }: ProgrammeItemPickerProps) {
  const t = useT();
  const id = useId();
  const programmes = useGet<Page<ProgrammeRow>>('/api/v1/programmes', { limit: 50 });
  const current = programmes.data?.data.find(({ period }) => on !== null && period.from <= on && on <= period.to);
  const programme = useGet<ProgrammeShown>(current ? `/api/v1/programmes/${current.id}` : null);
  const items = (programme.data?.items ?? []).filter(
    ({ item, withdrawnFor }) => withdrawnFor === null && item.inspectionType === type,
  );
  if (!current || items.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor={id}>{t('programme.choose')}</label>
      <div className="field-hint" id={`${id}-hint`}>
        {t('programme.chooseHint')}
      </div>
      <select
        id={id}
        className="select"
        aria-describedby={`${id}-hint`}
        value={value?.itemId ?? ''}
        onChange={(event) => {
          const itemId = event.target.value;
          onChange(itemId === '' ? null : { programmeId: current.id, itemId });
        }}
      >
        <option value="">{t('programme.chooseNone')}</option>
        {items.map(({ item }) => (
          <option key={item.itemId} value={item.itemId}>
            {`${current.number}, ${item.code}: ${item.text}`}
          </option>
        ))}
      </select>
    </div>
  );
}
