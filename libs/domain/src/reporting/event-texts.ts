/**
 * The texts of an event's data that somebody may look for: what people wrote, numbers of documents, names. Left out are ids,
 * digests and clocks, which nobody searches by words, and the wording of a checklist that an order or a publication
 * carries along whole (60 kB): its words are in every such event and tell none of them from another.
 */
export function textsOf(data: unknown): readonly string[] {
  const texts: string[] = [];
  collect(data, texts);
  return texts;
}

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    if (!notForWords.test(value)) texts.push(value);
  } else if (Array.isArray(value)) {
    for (const member of value) collect(member, texts);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) if (!isChecklistCopy(name, member)) collect(member, texts);
  }
}

/** UUIDs, hexadecimal digests, days and instants. */
const notForWords = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/;

/** Items of a checklist: a list of objects that each ask a question. */
function isChecklistCopy(name: string, value: unknown): boolean {
  if (name !== 'items' || !Array.isArray(value)) return false;
  const [first]: readonly unknown[] = value;
  return typeof first === 'object' && first !== null && 'question' in first;
}
