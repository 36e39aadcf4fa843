import { squash } from '#core/kernel/text.ts';
import { findLegalDocument, findLegalDocuments, type LegalLibrary } from '#core/standards/legal-document.ts';
import { citationSentence } from './citation-sentence.ts';
import type { Finding } from './finding.ts';
import { parseCitation } from './parse-citation.ts';

/** What a basis can be made with one press; null text: taken out. Never done by itself. */
export interface BasisFix {
  /** What it does: `number` cites the document of this number, `remove` takes the line out. */
  kind: 'number' | 'remove';
  /** The number that is then cited; null for `remove`. */
  number: string | null;
  text: string | null;
}

/** Whether a finding is about this line. */
export function isAbout(finding: Finding, text: string): boolean {
  const { quote } = finding.where;
  return finding.rule.startsWith('basis-') && quote !== null && squash(text).includes(squash(quote));
}

/**
 * The ways to mend a line of one citation as its findings say: cite the known document under its own day and title, or the one whose
 * title stands there, or the one that took its place. A line of several citations is left to its writer.
 */
export function basisFixes(text: string, findings: readonly Finding[], library: LegalLibrary): BasisFix[] {
  const { number, date } = parseCitation(text);
  const cite = (wanted: string | null, day: string | null = null): BasisFix[] => {
    const found = wanted === null ? [] : findLegalDocuments(library, wanted);
    const document = found.length === 1 ? found[0]! : wanted && findLegalDocument(library, wanted, day);
    return document ? [{ kind: 'number', number: document.number, text: citationSentence(document) }] : [];
  };
  const fixes = findings.flatMap(({ rule, suggestion }): BasisFix[] => {
    if (rule === 'basis-duplicate') return [{ kind: 'remove', number: null, text: null }];
    if (rule === 'basis-date-wrong') return cite(number);
    if (rule === 'basis-title-wrong') return [...cite(number, date), ...cite(suggestion)];
    return rule === 'basis-superseded' ? cite(suggestion) : [];
  });
  return fixes.filter((fix, index) => fixes.findIndex((other) => other.text === fix.text) === index);
}
