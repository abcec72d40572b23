import type { ChecklistItem } from '@soat/domain';
import { useGet } from '../api/hooks.js';
import type { ChecklistShown, InspectionShown } from '../api/inspections.js';
import { useLanguage } from '../i18n/language.js';
import { useT } from '../i18n/use-t.js';
import { Section } from '../ui/layout.js';
import { ItemRow } from './item-row.js';
import { worded } from './labels.js';
import { isLedByPapers, PapersPart } from './papers-part.js';

/** The whole checklist, section by section as the inspector walks. */
export function ChecklistPart({ shown, isOpen }: { readonly shown: InspectionShown; readonly isOpen: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { kind, edition, items } = shown.file.order.checklist;
  // The order froze the items; only the sections' titles are the edition's own.
  const checklist = useGet<ChecklistShown>(`/api/v1/checklists/${kind}/${edition}`);
  const { answers } = shown.file;
  const isLed = isLedByPapers(shown);
  return (
    <div className="checklist-part">
      {isLed && <PapersPart shown={shown} isOpen={isOpen} />}
      {sectionsOf(items).map(({ code, members }) => {
        const title = checklist.data?.sections.find((section) => section.code === code)?.title;
        const done = members.filter((item) => answers[item.code]).length;
        return (
          <Section
            key={code}
            letter={code}
            title={title ? worded(title, language) : ''}
            aside={t('inspector.score.done', { done, items: members.length })}
          >
            <ol className="items">
              {members.map((item) => (
                <ItemRow key={item.code} shown={shown} item={item} isOpen={isOpen} />
              ))}
            </ol>
          </Section>
        );
      })}
      {!isLed && <PapersPart shown={shown} isOpen={isOpen} />}
    </div>
  );
}

function sectionsOf(items: readonly ChecklistItem[]) {
  return [...new Set(items.map((item) => item.section))].map((code) => ({
    code,
    members: items.filter((item) => item.section === code),
  }));
}
