import { useState } from 'react';
import { useNavigate } from 'react-router';
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
import { useNotice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { worded } from './labels.js';
import { offeredOn } from './offered-checklists.js';

/** The head of a unit has its own people check it, by the checklist an inspection would use. */
export function SelfCheckSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const navigate = useNavigate();
  const { unitId } = usePerson();
  const checklists = useGet<{ readonly data: readonly ChecklistShown[] }>('/api/v1/checklists');
  const inspectors = useGet<{ readonly data: readonly Colleague[] }>('/api/v1/inspectors');
  const order = useCommand('/api/v1/inspections');
  const [id] = useState(newCommandKey);
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(dayOf(new Date().toISOString()));
  const [basis, setBasis] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [lead, setLead] = useState<string | null>(null);
  const [members, setMembers] = useState<readonly string[]>([]);
  const [isChecked, setChecked] = useState(false);
  const offered = offeredOn(signedOn, checklists.data?.data ?? []);
  const checklist = offered.find((edition) => edition.kind === kind) ?? offered[0];
  const own = inspectors.data?.data ?? [];
  const leadId = lead ?? own[0]?.id ?? null;
  const missing = (isEmpty: boolean) => (isChecked && isEmpty ? t('inspector.minutes.missing') : undefined);

  async function send(): Promise<void> {
    setChecked(true);
    if (!number.trim() || !basis.trim() || !signedOn || !checklist || !leadId) return focusFirstWrong();
    const others = members.filter((member) => member !== leadId);
    const answer = await order.send({
      id,
      number: number.trim(),
      signedOn,
      basis: basis.trim().normalize('NFC'),
      unitId,
      orderedByUnitId: unitId,
      checklistKind: checklist.kind,
      regime: 'self-check',
      type: 'self-check',
      team: [{ personId: leadId, role: 'lead' }, ...others.map((personId) => ({ personId, role: 'member' }))],
    });
    if (!answer) return;
    notice(t('inspector.selfCheck.ordered'));
    await navigate(`/kiem-tra/${id}`);
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('inspector.selfCheck.order')}
      footer={
        <>
          <Button tone="primary" isBusy={order.isBusy} onClick={() => void send()}>
            {t('inspector.selfCheck.order')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <p>{t('inspector.selfCheck.orderNote')}</p>
      <Select
        label={t('inspector.form.checklist')}
        options={offered.map((edition) => ({ value: edition.kind, label: worded(edition.title, language) }))}
        value={checklist?.kind ?? ''}
        onChange={setKind}
      />
      <Select
        label={t('inspector.selfCheck.lead')}
        options={own.map((colleague) => ({ value: colleague.id, label: `${colleague.name}, ${colleague.title}` }))}
        value={leadId ?? ''}
        onChange={setLead}
      />
      {own.length > 1 && (
        <CheckList
          label={t('inspector.form.members')}
          options={own
            .filter((colleague) => colleague.id !== leadId)
            .map((colleague) => ({ value: colleague.id, label: colleague.name, note: colleague.title }))}
          value={members}
          onChange={setMembers}
        />
      )}
      <TextField
        label={t('inspector.form.number')}
        value={number}
        onChange={setNumber}
        lengthMax={60}
        error={missing(number.trim() === '')}
      />
      <DateField
        label={t('inspector.form.signedOn')}
        value={signedOn}
        onChange={setSignedOn}
        error={missing(signedOn === null)}
      />
      <TextArea
        label={t('inspector.form.basis')}
        rows={2}
        value={basis}
        onChange={setBasis}
        lengthMax={1000}
        error={missing(basis.trim() === '')}
      />
      <ErrorPanel problem={checklists.error ?? inspectors.error ?? order.problem} />
    </Sheet>
  );
}
