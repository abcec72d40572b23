import { useT } from '../i18n/use-t.js';
import { CheckHere } from './check-here.js';
import { CheckpointCard } from './checkpoint-card.js';
import './trail.css';

/** Whether a unit's history is what was recorded. */
export function UnitIntegrity({ unitId }: { readonly unitId: string }) {
  const t = useT();
  return (
    <>
      <p className="page-note">{t('trail.ofUnitNote')}</p>
      <CheckHere scope={{ kind: 'unit', id: unitId }} />
      <CheckpointCard />
    </>
  );
}
