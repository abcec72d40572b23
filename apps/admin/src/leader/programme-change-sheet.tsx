import type { CommandName, PilotSite, PlannedItem } from '@soat/domain';
import { useState } from 'react';
import { newCommandKey } from '../api/client.js';
import { useCommand } from '../api/hooks.js';
import type { ProgrammeShown } from '../api/programmes.js';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { useNotice } from '../ui/notice.js';
import { Sheet, SheetActions } from '../ui/sheet.js';
import { ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { bodyOfItem, draftFrom, lackingIn, newItem } from './item-draft.js';
import { ItemFields } from './item-fields.js';
import { arePilotSitesWhole, bodyOfPilotSites, pilotDraftsFrom, PilotSitesFields } from './pilot-sites-fields.js';

/** What is changed in a programme that stands. */
export type ProgrammeChange =
  | { readonly command: 'AddProgrammeItem' }
  | { readonly command: 'AmendProgrammeItem' | 'WithdrawProgrammeItem'; readonly item: PlannedItem }
  | { readonly command: 'ChangePilotSites'; readonly sites: readonly PilotSite[] };

interface ProgrammeChangeSheetProps {
  readonly programme: ProgrammeShown;
  readonly change: ProgrammeChange;
  readonly onClose: () => void;
}

/** A change with its reason and, where there is one, the document that makes it. */
export function ProgrammeChangeSheet({ programme, change, onClose }: ProgrammeChangeSheetProps) {
  const t = useT();
  const notice = useNotice();
  const command = useCommand(pathOf(programme.id, change));
  const [item, setItem] = useState(() => ('item' in change ? draftFrom(change.item) : newItem(newCommandKey())));
  const [sites, setSites] = useState(() => ('sites' in change ? pilotDraftsFrom(change.sites) : []));
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const isItem = change.command === 'AddProgrammeItem' || change.command === 'AmendProgrammeItem';
  const isDocumentPartial = (number.trim() === '') !== (signedOn === null);
  const title = t(`programme.do.${change.command}`);
  const messageAt = (pointer: string) => command.problem?.messageAt(pointer);

  async function save(): Promise<void> {
    setChecked(true);
    const isLacking =
      reason.trim() === '' ||
      isDocumentPartial ||
      (isItem && lackingIn(item).length > 0) ||
      (change.command === 'ChangePilotSites' && !arePilotSitesWhole(sites));
    if (isLacking) return focusFirstWrong();
    const body = {
      reason: reason.trim().normalize('NFC'),
      ...(signedOn !== null && { document: { number: number.trim(), signedOn } }),
      ...(isItem && { item: bodyOfItem(item) }),
      ...(change.command === 'ChangePilotSites' && { pilotSites: bodyOfPilotSites(sites) }),
    };
    if (!(await command.send(body, { expectedLength: programme.length }))) return;
    notice(t('path.done'));
    onClose();
  }

  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <SheetActions onCancel={onClose}>
          <Button
            tone={change.command === 'WithdrawProgrammeItem' ? 'danger' : 'primary'}
            isBusy={command.isBusy}
            onClick={() => void save()}
          >
            {title}
          </Button>
        </SheetActions>
      }
    >
      {change.command === 'WithdrawProgrammeItem' && (
        <p className="page-note">
          {change.item.code} · {change.item.text}
        </p>
      )}
      {isItem && (
        <ItemFields
          draft={item}
          onChange={setItem}
          isChecked={isChecked}
          messageAt={(name) => messageAt(`/item/${name}`)}
        />
      )}
      {change.command === 'ChangePilotSites' && (
        <PilotSitesFields drafts={sites} onChange={setSites} isChecked={isChecked} />
      )}
      <TextArea
        label={t('programme.form.reason')}
        rows={3}
        value={reason}
        onChange={setReason}
        lengthMax={1000}
        error={isChecked && reason.trim() === '' ? t('path.field.missing') : messageAt('/reason')}
      />
      <div className="form-pair">
        <TextField
          label={t('programme.form.changedBy')}
          isOptional
          value={number}
          onChange={setNumber}
          lengthMax={60}
          error={isChecked && isDocumentPartial ? t('programme.form.documentPartial') : messageAt('/document/number')}
        />
        <DateField
          label={t('path.field.signedOn')}
          isOptional
          value={signedOn}
          onChange={setSignedOn}
          error={messageAt('/document/signedOn')}
        />
      </div>
      <ErrorPanel problem={command.problem} />
    </Sheet>
  );
}

function pathOf(id: string, change: ProgrammeChange): string {
  const path = `/api/v1/programmes/${id}`;
  const paths: Readonly<Record<Extract<CommandName, ProgrammeChange['command']>, string>> = {
    AddProgrammeItem: `${path}/items`,
    AmendProgrammeItem: `${path}/amendments`,
    WithdrawProgrammeItem: 'item' in change ? `${path}/items/${change.item.itemId}/withdraw` : path,
    ChangePilotSites: `${path}/pilot-sites`,
  };
  return paths[change.command];
}
