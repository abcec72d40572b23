import { useRef } from 'react';
import { useT } from '../i18n/use-t.js';

export interface Verdict {
  readonly verdict: 'right' | 'altered' | 'uncheckable';
  /** What was found, in the verifier's own words; the first line of a failure names the first bad event. */
  readonly lines: readonly string[];
}

export interface Evidence {
  readonly bundle: File;
  readonly verifierKey: string;
  readonly pinned: File | null;
}

const verdicts: readonly string[] = ['right', 'altered', 'uncheckable'] satisfies Verdict['verdict'][];

/**
 * The one page that checks bundles, filled in as a person would fill it in: nothing is checked by the code of these screens.
 */
export function VerifierFrame({
  evidence,
  onVerdict,
}: {
  readonly evidence: Evidence;
  readonly onVerdict: (verdict: Verdict) => void;
}) {
  const t = useT();
  const frame = useRef<HTMLIFrameElement>(null);
  function run(): void {
    const page = frame.current?.contentDocument;
    const form = page?.querySelector('form');
    const output = page?.querySelector('output');
    if (!form || !output) {
      onVerdict({ verdict: 'uncheckable', lines: [] });
      return;
    }
    new MutationObserver((_changes, watch) => {
      const found = verdicts.find((each) => each === output.className);
      if (!found || !output.querySelector('h2')) return;
      watch.disconnect();
      const lines = [...output.querySelectorAll('p')].map((line) => line.textContent ?? '');
      onVerdict({ verdict: found as Verdict['verdict'], lines });
    }).observe(output, { childList: true, attributes: true });
    put(form, 'bundle', evidence.bundle);
    if (evidence.pinned) put(form, 'pinned', evidence.pinned);
    const key = form.elements.namedItem('key');
    if (isInput(key)) key.value = evidence.verifierKey;
    form.requestSubmit();
  }
  return <iframe ref={frame} className="verifier-frame" src="/verify.html" title={t('trail.frame')} onLoad={run} />;
}

function put(form: HTMLFormElement, name: string, file: File): void {
  const field = form.elements.namedItem(name);
  if (!isInput(field)) return;
  const files = new DataTransfer();
  files.items.add(file);
  field.files = files.files;
}

/** Not by `instanceof`: the frame's elements are of the frame's own classes. */
function isInput(field: RadioNodeList | Element | null): field is HTMLInputElement {
  return field !== null && 'nodeName' in field && field.nodeName === 'INPUT';
}
