import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { marksOf, mergeFacts, mergeSections, readMarks } from '#lib/plan/merge-sections.ts';
import { FACTS, type Fact, type Facts, factsOf, readDay, withFacts } from '#lib/plan/plan-facts.ts';
import { editedSections, readCommand, sectionFields, type TypedSection } from '#lib/plan/section-edits.ts';
import type { Context } from '#server/identity/context.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { textOf } from './text-of.ts';

export interface DocumentProblem {
  status: 400 | 409;
  form: {
    /** As typed; nothing is lost. */
    facts: Facts;
    problems: { field: string; sentence: string }[];
    /** How the document stands, when somebody else was first. */
    stored: Facts | null;
    version: number;
    marks: string;
    /** Texts of the form by their field. */
    sections: Record<string, string>;
    /** Paths of sections that somebody else has changed too. */
    conflicts: string[];
    /** Words for sections that are gone. */
    homeless: { label: string; title: string; text: string }[];
  };
}

/** Somebody may save in between; more often than this in one request is nobody's work. */
const MOST_TRIES = 4;

/**
 * Saves facts and sections of a form. What others saved meanwhile in other parts stays beside it; of a part that both have changed
 * nothing is written, and both versions come back.
 */
export async function saveDocument(
  locals: { locale: Locale; context(): Context },
  planId: string,
  form: FormData,
): Promise<{ problem: DocumentProblem } | { problem: null; merged: boolean; after: string | null }> {
  const facts = Object.fromEntries(FACTS.map((name) => [name, textOf(form, name)])) as Facts;
  const version = Number(textOf(form, 'version'));
  const typed = typedIn(form);
  const command = readCommand(textOf(form, 'command'));
  if (readDay(facts.date) === undefined) {
    const problems = [{ field: 'date', sentence: t(locals.locale, 'facts.date.wrong') }];
    const kept = { problems, stored: null, version, marks: textOf(form, 'marks'), sections: textsOf(form) };
    return { problem: { status: 400, form: { ...kept, facts, conflicts: [], homeless: [] } } };
  }
  const marks = readMarks(textOf(form, 'marks'));
  const context = locals.context();
  for (let tries = 1; ; tries++) {
    const plan = await getPlan(context, { planId });
    const stored = factsOf(plan.parts);
    const fields = sectionFields(plan.parts.sections);
    const isFresh = plan.version === version;
    // A form without marks is of an earlier version of the page: whatever differs is told as a conflict of its facts.
    const ofFacts =
      isFresh || marks === null
        ? { facts, conflicts: isFresh ? [] : [...FACTS] }
        : mergeFacts(stored, marks.facts, facts);
    const ofSections = isFresh
      ? { typed: mapOf(fields, typed), conflicts: [], homeless: [], command }
      : mergeSections(fields, marks?.sections ?? {}, typed, command);
    const { conflicts, homeless } = ofSections;
    if (ofFacts.conflicts.length + conflicts.length + homeless.length > 0) {
      const words = Object.fromEntries([...ofSections.typed].flatMap(([path, words]) => namedTexts(path, words)));
      const kept = { version: plan.version, marks: JSON.stringify(marksOf(fields, stored)), sections: words };
      const both = { facts: ofFacts.facts, stored: shownStored(stored, ofFacts), conflicts, homeless };
      return { problem: { status: 409, form: { ...both, ...kept, problems: [] } } };
    }
    const saved = await editPlanParts(context, {
      planId,
      version: plan.version,
      change: (parts) => ({
        ...withFacts(parts, ofFacts.facts),
        sections: editedSections(parts.sections, (path) => ofSections.typed.get(path) ?? null, ofSections.command),
      }),
    });
    const done = ofSections.command;
    if (saved.saved) return { problem: null, merged: !isFresh, after: done && (done.kind === 'add' ? done.after : '') };
    if (tries === MOST_TRIES) throw new Error('the parts of a plan are saved all the time');
  }
}

/** Stored facts only where they are a second version; elsewhere they are what the form shows. */
function shownStored(stored: Facts, merged: { facts: Facts; conflicts: readonly Fact[] }): Facts {
  return { ...merged.facts, ...Object.fromEntries(merged.conflicts.map((name) => [name, stored[name]])) };
}

function typedIn(form: FormData): TypedSection {
  return (path) =>
    form.has(`text-${path}`)
      ? {
          label: textOf(form, `label-${path}`),
          title: textOf(form, `title-${path}`),
          text: textOf(form, `text-${path}`),
        }
      : null;
}

function mapOf(fields: readonly { path: string }[], typed: TypedSection) {
  return new Map(
    fields.flatMap(({ path }) => {
      const words = typed(path);
      return words ? [[path, words] as const] : [];
    }),
  );
}

function namedTexts(path: string, { label, title, text }: { label: string; title: string; text: string }) {
  return [
    [`label-${path}`, label],
    [`title-${path}`, title],
    [`text-${path}`, text],
  ];
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<string, string>;
}
