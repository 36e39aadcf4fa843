import { type BasisFix, basisFixes, isAbout } from '#core/plan/basis-fixes.ts';
import type { BasisLine } from '#core/plan/basis-lines.ts';
import type { Finding } from '#core/plan/finding.ts';
import { citedDocument } from '#core/plan/citation-sentence.ts';
import { citationsIn } from '#core/plan/parse-citation.ts';
import { type LegalField, legalKey, type LegalLibrary } from '#core/standards/legal-document.ts';

/** A basis as its page shows it: the line, what is wrong with it and how it can be mended, what nobody has compared yet. */
export interface BasisRow extends BasisLine {
  /** `legalKey` of the known document that it cites. */
  document: string | null;
  findings: { severity: Finding['severity']; message: string }[];
  fixes: BasisFix[];
  /** Fields of the known document that were not compared with its original; null for a document that is not in the list. */
  unverified: LegalField[] | null;
}

/** What a citation states. */
const STATED: readonly LegalField[] = ['number', 'issued', 'title'];

export function basisRow(line: BasisLine, findings: readonly Finding[], library: LegalLibrary): BasisRow {
  const own = findings.filter((finding) => isAbout(finding, line.text));
  const known = citedDocument(library, line.text);
  const several = citationsIn(line.text).length > 1;
  return {
    ...line,
    document: known && legalKey(known),
    findings: own.map(({ severity, message }) => ({ severity, message })),
    fixes: several ? [] : basisFixes(line.text, own, library),
    unverified:
      known && (known.verified ? STATED.filter((field) => known.unverifiedFields.includes(field)) : [...STATED]),
  };
}
