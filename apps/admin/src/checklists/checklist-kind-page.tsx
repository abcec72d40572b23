import type { ChecklistDraft, ChecklistEdition, ChecklistItem } from '@soat/domain';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import type { ChecklistKindShown } from '../api/checklists.js';
import { useCommand, useGet } from '../api/hooks.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { ConfirmSheet } from '../inspector/confirm-sheet.js';
import { targetOf } from '../inspector/labels.js';
import { SeverityTag } from '../inspector/severity-tag.js';
import { Button } from '../ui/button.js';
import { formatDate } from '../ui/format.js';
import { Card, CardList, Page, PageHeader, Section } from '../ui/layout.js';
import { useNotice } from '../ui/notice.js';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { statusTones } from './checklist-list-page.js';
import { PublishSheet, WithdrawSheet } from './decision-sheets.js';
import { EditionLine } from './edition-line.js';
import { HeadSheet } from './head-sheet.js';
import { bodyOfItem, nextCode } from './item-draft.js';
import { ItemSheet } from './item-sheet.js';

/** One checklist: what is being written, and the editions that were published. */
export function ChecklistKindPage() {
  const t = useT();
  const { kind = '' } = useParams();
  const answer = useGet<ChecklistKindShown>(`/api/v1/checklist-kinds/${kind}`);
  if (answer.data) return <KindScreen shown={answer.data} />;
  return (
    <Page>
      {answer.error && <PageHeader backTo="/mau-phieu" backLabel={t('checklists.back')} title={answer.error.title} />}
      <ErrorPanel
        problem={answer.error}
        {...(answer.error?.isUnanswered && { onRetry: () => void answer.refetch() })}
      />
      {answer.isPending && <Loading />}
    </Page>
  );
}

type Opened = 'head' | 'publish' | 'next' | 'withdraw';

function KindScreen({ shown }: { readonly shown: ChecklistKindShown }) {
  const t = useT();
  const language = useLanguage();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, draft, editions, withdrawn, mayAsk } = shown;
  const length = shown.length ?? 0;
  const last = editions.at(-1);
  const close = () => setOpened(null);
  const mayWrite = id !== null && mayAsk.includes('WriteChecklistItem');
  return (
    <Page width="wide">
      <PageHeader
        backTo="/mau-phieu"
        backLabel={t('checklists.back')}
        kicker={`${shown.code} · ${shown.bodyName ?? t('checklists.builtIn')}`}
        title={shown.title[language]}
        tags={<Tag tone={statusTones[shown.status]}>{t(`checklists.status.${shown.status}`)}</Tag>}
      />
      {withdrawn && (
        <p className="banner">
          {t('checklists.withdrawnFor', { from: formatDate(withdrawn.from), reason: withdrawn.reason })}
        </p>
      )}
      {draft && mayWrite && (
        <DraftPart
          shown={shown}
          draft={draft}
          id={id}
          onHead={() => setOpened('head')}
          onPublish={() => setOpened('publish')}
        />
      )}
      {last && (
        <Section title={t('checklists.editions')}>
          {mayWrite && (
            <div className="actions">
              {!draft && <Button onClick={() => setOpened('next')}>{t('checklists.next')}</Button>}
              {!withdrawn && <Button onClick={() => setOpened('withdraw')}>{t('checklists.withdraw')}</Button>}
            </div>
          )}
          {[...editions].reverse().map((edition) => (
            <Card key={edition.edition}>
              <EditionLine edition={edition} />
              <p>{t('checklists.source', { source: edition.source })}</p>
              <EditionItems kind={shown.kind} edition={edition.edition} />
            </Card>
          ))}
        </Section>
      )}
      {opened === 'head' && id && draft && <HeadSheet changed={{ id, draft, length }} onClose={close} />}
      {opened === 'publish' && id && draft && (
        <PublishSheet id={id} length={length} edition={draft.edition} items={draft.items.length} onClose={close} />
      )}
      {opened === 'withdraw' && id && <WithdrawSheet id={id} length={length} onClose={close} />}
      {opened === 'next' && id && last && (
        <ConfirmSheet
          title={t('checklists.next')}
          note={t('checklists.nextNote', { edition: last.edition })}
          path={`/api/v1/checklists/${id}/next-edition`}
          expectedLength={length}
          confirm={t('checklists.next')}
          done={t('checklists.nextDone')}
          onClose={close}
        />
      )}
    </Page>
  );
}

interface DraftPartProps {
  readonly shown: ChecklistKindShown;
  readonly draft: ChecklistDraft;
  readonly id: string;
  readonly onHead: () => void;
  readonly onPublish: () => void;
}

/** The draft, section by section; each item is written in a sheet of its own. */
function DraftPart({ shown, draft, id, onHead, onPublish }: DraftPartProps) {
  const t = useT();
  const language = useLanguage();
  const notice = useNotice();
  const [written, setWritten] = useState<ChecklistItem | 'new' | null>(null);
  const remove = useCommand(`/api/v1/checklists/${id}/items/removal`);
  const write = useCommand(`/api/v1/checklists/${id}/items`);
  const { items, sections } = draft;
  const length = shown.length ?? 0;

  async function removeItem({ code }: ChecklistItem): Promise<void> {
    if (await remove.send({ itemCode: code }, { expectedLength: length }))
      notice(t('checklists.item.removed', { code }));
  }

  /** Before the one that stands before it in its section. */
  async function moveUp(item: ChecklistItem): Promise<void> {
    const before = items.filter((each) => each.section === item.section);
    const previous = before[before.indexOf(item) - 1];
    if (previous)
      await write.send({ item: bodyOfItem(item), place: items.indexOf(previous) }, { expectedLength: length });
  }

  return (
    <Section title={t('checklists.draft', { edition: draft.edition })} count={items.length}>
      <div className="actions">
        <Button tone="primary" icon="plus" onClick={() => setWritten('new')}>
          {t('checklists.item.add')}
        </Button>
        <Button onClick={onHead}>{t('checklists.head')}</Button>
        {items.length > 0 && (
          <Button icon="seal" onClick={onPublish}>
            {t('checklists.publish', { edition: draft.edition })}
          </Button>
        )}
      </div>
      <ErrorPanel problem={remove.problem ?? write.problem} />
      {items.length === 0 && <EmptyState title={t('checklists.draftEmpty')} />}
      {sections.map((section) => (
        <Section key={section.code} letter={section.code} title={section.title[language]}>
          <CardList>
            {items
              .filter((item) => item.section === section.code)
              .map((item, index) => (
                <ItemCard
                  key={item.code}
                  item={item}
                  actions={
                    <>
                      <Button
                        icon="pen"
                        label={t('checklists.item.editSpoken', { code: item.code })}
                        onClick={() => setWritten(item)}
                      >
                        {t('checklists.item.edit')}
                      </Button>
                      {index > 0 && (
                        <Button
                          label={t('checklists.item.upSpoken', { code: item.code })}
                          isBusy={write.isBusy}
                          onClick={() => void moveUp(item)}
                        >
                          {t('checklists.item.up')}
                        </Button>
                      )}
                      <Button
                        tone="danger"
                        label={t('checklists.item.removeSpoken', { code: item.code })}
                        isBusy={remove.isBusy}
                        onClick={() => void removeItem(item)}
                      >
                        {t('checklists.item.remove')}
                      </Button>
                    </>
                  }
                />
              ))}
          </CardList>
        </Section>
      ))}
      {written && (
        <ItemSheet
          id={id}
          length={length}
          title={draft.title.vi}
          sections={sections}
          item={written === 'new' ? null : written}
          code={nextCode(shown.code, items)}
          section={items.at(-1)?.section ?? sections[0]?.code ?? ''}
          onClose={() => setWritten(null)}
        />
      )}
    </Section>
  );
}

function ItemCard({ item, actions }: { readonly item: ChecklistItem; readonly actions?: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const target = targetOf(item, t, language);
  return (
    <Card
      title={`${item.code}. ${item.question[language]}`}
      tags={
        <>
          <SeverityTag severity={item.severity} />
          <Tag>{t(`checklists.answer.${item.answer.kind}`)}</Tag>
          {target && <Tag>{target}</Tag>}
        </>
      }
      actions={actions}
    >
      <p>{item.verifiedBy[language]}</p>
    </Card>
  );
}

/** Fetched when somebody opens it: an edition is long. */
function EditionItems({ kind, edition }: { readonly kind: string; readonly edition: number }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const answer = useGet<ChecklistEdition>(isOpen ? `/api/v1/checklists/${kind}/${edition}` : null);
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('checklists.read', { edition })}</summary>
      <div className="more-body">
        <ErrorPanel problem={answer.error} />
        {isOpen && answer.isPending && <Loading />}
        <CardList>
          {answer.data?.items.map((item) => (
            <ItemCard key={item.code} item={item} />
          ))}
        </CardList>
      </div>
    </details>
  );
}
