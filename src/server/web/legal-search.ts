import { SCHOOL_TYPES, type SchoolType } from '#core/organisations/school-type.ts';
import { citationSentence } from '#core/plan/citation-sentence.ts';
import {
  type ForceState,
  type LegalDocument,
  legalKey,
  type LegalLibrary,
  wasInForce,
} from '#core/standards/legal-document.ts';
import { searchLegalDocuments } from '#core/standards/search-legal-documents.ts';
import { dayOf } from '#lib/dates.ts';

/** Documents shown at once; more are had by asking for more. */
const PAGE = 10;

export interface LegalChoice {
  key: string;
  document: LegalDocument & { force: ForceState };
  /** As it would stand in the plan. */
  sentence: string;
  /** It stands there already. */
  cited: boolean;
}

/** What an address asks of the list of legal documents: `q` words, `type` kind of school ("all" for any), `more` how many pages. */
export function legalSearch(
  library: LegalLibrary,
  options: { params: URLSearchParams; schoolType: SchoolType; day: string | Date; cited: readonly string[] },
) {
  const { params, schoolType, cited } = options;
  const day = typeof options.day === 'string' ? options.day : dayOf(options.day);
  const words = (params.get('q') ?? '').trim().slice(0, 200);
  const asked = params.get('type');
  const type = asked === 'all' ? null : (SCHOOL_TYPES.find((each) => each === asked) ?? schoolType);
  const asking = params.has('q') || params.has('type');
  const pages = Math.min(50, Math.max(1, Number(params.get('more')) || 1));
  const found = asking ? searchLegalDocuments(library, { words, schoolType: type, day }) : [];
  const known = new Set(cited);
  const choices = found.slice(0, PAGE * pages).map((document): LegalChoice => ({
    key: legalKey(document),
    document: { ...document, force: wasInForce(document, day) },
    sentence: citationSentence(document),
    cited: known.has(legalKey(document)),
  }));
  return {
    words,
    type: type ?? 'all',
    asking,
    day,
    choices,
    count: found.length,
    total: library.documents.length,
    compiled: library.compiled,
    more: found.length > choices.length ? pages + 1 : null,
  };
}
