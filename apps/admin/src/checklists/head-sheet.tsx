import type { ChecklistDraft } from '@soat/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCommand, useGet } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { type PickedUnit, UnitPicker } from '../inspector/unit-picker.js';
import { usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { linesOf, sectionsIn } from './section-lines.js';

interface HeadSheetProps {
  /** The draft whose head is changed; left out, a checklist is begun. */
  readonly changed?: { readonly id: string; readonly draft: ChecklistDraft; readonly length: number };
  readonly onClose: () => void;
}

/** What a checklist is called, by which names it is known for good, and how it is divided. */
export function HeadSheet({ changed, onClose }: HeadSheetProps) {
  const t = useT();
  const notice = useNotice();
  const navigate = useNavigate();
  const person = usePerson();
  const own = useGet<{ readonly name: string }>(!changed && person.unitId ? `/api/v1/units/${person.unitId}` : null);
  const command = useCommand(changed ? `/api/v1/checklists/${changed.id}/head` : '/api/v1/checklists');
  const before = changed?.draft;
  const [vi, setVi] = useState(before?.title.vi ?? '');
  const [en, setEn] = useState(before && before.title.en !== before.title.vi ? before.title.en : '');
  const [kind, setKind] = useState('');
  const [code, setCode] = useState('');
  const [picked, setPicked] = useState<readonly PickedUnit[] | null>(null);
  const [lines, setLines] = useState(before ? linesOf(before.sections) : 'A. ');
  const [isChecked, setChecked] = useState(false);
  const body = picked ?? (person.unitId && own.data ? [{ id: person.unitId, name: own.data.name }] : []);
  const sections = sectionsIn(lines, before?.sections);
  const missing = (text: string) => (isChecked && text.trim() === '' ? t('checklists.missing') : undefined);

  async function save(): Promise<void> {
    setChecked(true);
    const unitId = body[0]?.id;
    const isNamed = changed || (kind.trim() && code.trim() && unitId);
    if (!vi.trim() || !sections || !isNamed) return focusFirstWrong();
    const title = { vi: vi.trim().normalize('NFC'), ...(en.trim() && { en: en.trim() }) };
    const head = { title, sections };
    if (changed) {
      if (!(await command.send(head, { expectedLength: changed.length }))) return;
      notice(t('checklists.headDone'));
      return onClose();
    }
    if (!(await command.send({ ...head, kind: kind.trim(), code: code.trim(), unitId }))) return;
    notice(t('checklists.created'));
    await navigate(`/mau-phieu/${kind.trim()}`);
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t(changed ? 'checklists.head' : 'checklists.new')}
      footer={
        <>
          <Button tone="primary" isBusy={command.isBusy} onClick={() => void save()}>
            {t(changed ? 'checklists.head' : 'checklists.create')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <TextField label={t('checklists.name')} value={vi} onChange={setVi} lengthMax={300} error={missing(vi)} />
      <TextField label={t('checklists.nameEn')} isOptional value={en} onChange={setEn} lengthMax={300} />
      {!changed && (
        <>
          <TextField
            label={t('checklists.kind')}
            hint={t('checklists.kindHint')}
            value={kind}
            onChange={setKind}
            lengthMax={60}
            error={missing(kind)}
          />
          <TextField
            label={t('checklists.code')}
            hint={t('checklists.codeHint')}
            value={code}
            onChange={setCode}
            lengthMax={6}
            error={missing(code)}
          />
          <UnitPicker
            label={t('checklists.body')}
            value={body}
            onChange={setPicked}
            error={isChecked && body.length === 0 ? t('checklists.missing') : undefined}
          />
        </>
      )}
      <TextArea
        label={t('checklists.sections')}
        hint={t('checklists.sectionsHint')}
        value={lines}
        onChange={setLines}
        error={isChecked && !sections ? t('checklists.sectionsWrong') : undefined}
      />
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}
