import { commandsOf } from '@soat/domain';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newCommandKey } from '../api/client.js';
import { useCommand, useGet } from '../api/hooks.js';
import { useT } from '../i18n/use-t.js';
import { type PickedUnit, UnitPicker } from '../inspector/unit-picker.js';
import { type Person, usePerson } from '../session/session.js';
import { Button } from '../ui/button.js';
import { DateField } from '../ui/date-field.js';
import { focusFirstWrong } from '../ui/first-wrong.js';
import { dayOf } from '../ui/format.js';
import { ActionBar, Card, Page, PageHeader, Section } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { EmptyState, ErrorPanel } from '../ui/states.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { bodyOfItem, type ItemDraft, lackingIn, newItem } from './item-draft.js';
import { ItemFields } from './item-fields.js';
import { arePilotSitesWhole, bodyOfPilotSites, type PilotDraft, PilotSitesFields } from './pilot-sites-fields.js';
import './leader.css';

/** Whom the policy lets make and change plans. */
export function mayPlan({ role }: Person): boolean {
  return commandsOf(role).includes('AdoptProgramme');
}

/** A programme as it was adopted on paper, with every item. */
export function ProgrammeAdoptPage() {
  const t = useT();
  const person = usePerson();
  return (
    <Page>
      <PageHeader
        backTo="/chuong-trinh"
        backLabel={t('programme.back')}
        title={t('programme.adopt.title')}
        note={t('programme.adopt.note')}
      />
      {mayPlan(person) ? <AdoptForm /> : <EmptyState title={t('programme.adopt.notYours')} />}
    </Page>
  );
}

function AdoptForm() {
  const t = useT();
  const person = usePerson();
  const navigate = useNavigate();
  const notice = useNotice();
  const own = useGet<PickedUnit>(person.unitId ? `/api/v1/units/${person.unitId}` : null);
  const adopt = useCommand('/api/v1/programmes');
  const today = dayOf(new Date().toISOString());
  const year = today.slice(0, 4);
  const [id] = useState(newCommandKey);
  const [number, setNumber] = useState('');
  const [title, setTitle] = useState('');
  const [basis, setBasis] = useState('');
  const [adoptedOn, setAdoptedOn] = useState<string | null>(today);
  const [from, setFrom] = useState<string | null>(`${year}-01-01`);
  const [to, setTo] = useState<string | null>(`${year}-12-31`);
  const [chosen, setChosen] = useState<readonly PickedUnit[] | null>(null);
  const [items, setItems] = useState<readonly ItemDraft[]>(() => [newItem(newCommandKey())]);
  const [sites, setSites] = useState<readonly PilotDraft[]>([]);
  const [isChecked, setChecked] = useState(false);

  const body = chosen ?? (person.unitId ? [{ id: person.unitId, name: own.data?.name ?? '…' }] : []);
  const needed = (isMissing: boolean, pointer: string) =>
    isChecked && isMissing ? t('path.field.missing') : adopt.problem?.messageAt(pointer);
  const isPeriodWrong = from === null || to === null || to < from;

  async function send(): Promise<void> {
    setChecked(true);
    const unitId = body[0]?.id;
    const isLacking =
      [number, title, basis].some((text) => text.trim() === '') ||
      adoptedOn === null ||
      isPeriodWrong ||
      !unitId ||
      items.some((item) => lackingIn(item).length > 0) ||
      !arePilotSitesWhole(sites);
    if (isLacking) return focusFirstWrong();
    const answer = await adopt.send({
      id,
      number: number.trim(),
      title: title.trim().normalize('NFC'),
      basis: basis.trim().normalize('NFC'),
      adoptedOn,
      period: { from, to },
      unitId,
      items: items.map(bodyOfItem),
      pilotSites: bodyOfPilotSites(sites),
    });
    if (!answer) return;
    notice(t('programme.adopt.done'));
    await navigate(`/chuong-trinh/${id}`);
  }

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Section title={t('programme.adopt.paper')}>
        <Card>
          <div className="form-pair">
            <TextField
              label={t('path.field.number')}
              hint={t('programme.adopt.numberHint')}
              value={number}
              onChange={setNumber}
              lengthMax={60}
              error={needed(number.trim() === '', '/number')}
            />
            <DateField
              label={t('programme.adopt.on')}
              value={adoptedOn}
              onChange={setAdoptedOn}
              error={needed(adoptedOn === null, '/adoptedOn')}
            />
          </div>
          <TextField
            label={t('programme.adopt.name')}
            value={title}
            onChange={setTitle}
            lengthMax={300}
            error={needed(title.trim() === '', '/title')}
          />
          <TextArea
            label={t('programme.basis')}
            rows={3}
            value={basis}
            onChange={setBasis}
            lengthMax={2000}
            error={needed(basis.trim() === '', '/basis')}
          />
          <div className="form-pair">
            <DateField
              label={t('programme.adopt.from')}
              value={from}
              onChange={setFrom}
              error={needed(from === null, '/period/from')}
            />
            <DateField
              label={t('programme.adopt.to')}
              value={to}
              onChange={setTo}
              error={isChecked && isPeriodWrong ? t('order.periodWrong') : adopt.problem?.messageAt('/period/to')}
            />
          </div>
          <UnitPicker
            label={t('programme.body')}
            value={body}
            onChange={setChosen}
            error={needed(body.length === 0, '/unitId')}
          />
        </Card>
      </Section>
      <Section title={t('programme.adopt.items')} count={items.length}>
        {items.map((item, index) => (
          <Card key={item.itemId} title={t('programme.adopt.item', { number: index + 1 })}>
            <ItemFields
              draft={item}
              onChange={(changed) => setItems(items.map((one) => (one === item ? changed : one)))}
              isChecked={isChecked}
              messageAt={(name) => adopt.problem?.messageAt(`/items/${index}/${name}`)}
            />
            {items.length > 1 && (
              <div>
                <Button
                  tone="quiet"
                  icon="close"
                  label={`${t('programme.adopt.removeItem')} ${index + 1}`}
                  onClick={() => setItems(items.filter((one) => one !== item))}
                >
                  {t('programme.adopt.removeItem')}
                </Button>
              </div>
            )}
          </Card>
        ))}
        <div>
          <Button icon="plus" onClick={() => setItems([...items, newItem(newCommandKey())])}>
            {t('programme.adopt.addItem')}
          </Button>
        </div>
      </Section>
      <Section title={t('programme.pilotSites')}>
        <Card>
          <PilotSitesFields drafts={sites} onChange={setSites} isChecked={isChecked} />
        </Card>
      </Section>
      <ErrorPanel problem={adopt.problem} />
      <ActionBar>
        <Button type="submit" tone="primary" isBusy={adopt.isBusy}>
          {t('programme.do.AdoptProgramme')}
        </Button>
      </ActionBar>
    </form>
  );
}
