import type { Locale } from '#lib/messages/locale.ts';
import {
  type MergedSections,
  marksOf,
  mergeFacts,
  mergeSections,
  readMarks,
  type ShownMarks,
} from '#lib/plan/merge-sections.ts';
import { FACTS, type Fact, type Facts, factsOf, withFacts } from '#lib/plan/plan-facts.ts';
import {
  editedSections,
  readCommand,
  type SectionCommand,
  sectionFields,
  type TypedSection,
} from '#lib/plan/section-edits.ts';
import type { Context } from '#server/identity/context.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { getPlan, type Plan } from '#server/plan/get-plan.ts';
import { textOf } from './text-of.ts';
import { type FactProblem, typedFacts } from './typed-facts.ts';
import { versionOf } from './version-of.ts';

export interface DocumentProblem {
  status: 400 | 409;
  form: {
    /** As typed; nothing is lost. */
    facts: Facts;
    problems: FactProblem[];
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
  const { facts, problems } = typedFacts(locals.locale, form);
  const typed: Typed = {
    facts,
    version: versionOf(form),
    marks: readMarks(textOf(form, 'marks')),
    sections: typedIn(form),
    command: readCommand(textOf(form, 'command')),
  };
  if (problems.length > 0) {
    const { version } = typed;
    const kept = { problems, stored: null, version, marks: textOf(form, 'marks'), sections: textsOf(form) };
    return { problem: { status: 400, form: { ...kept, facts, conflicts: [], homeless: [] } } };
  }
  const context = locals.context();
  for (let tries = 1; ; tries++) {
    const plan = await getPlan(context, { planId });
    const merged = mergedWith(plan, typed);
    const problem = conflictIn(plan, merged);
    if (problem) return { problem };
    const { ofFacts, ofSections } = merged;
    const saved = await editPlanParts(context, {
      planId,
      version: plan.version,
      change: (parts) => ({
        ...withFacts(parts, ofFacts.facts),
        sections: editedSections(parts.sections, (path) => ofSections.typed.get(path) ?? null, ofSections.command),
      }),
    });
    const done = ofSections.command;
    const after = done && (done.kind === 'add' ? done.after : '');
    if (saved.saved) return { problem: null, merged: plan.version !== typed.version, after };
    if (tries === MOST_TRIES) throw new Error('the parts of a plan are saved all the time');
  }
}

/** What a form says. */
interface Typed {
  facts: Facts;
  version: number;
  /** Null in a form of an earlier version of the page. */
  marks: ShownMarks | null;
  sections: TypedSection;
  command: SectionCommand;
}

/** What was typed, laid onto the plan as it stands now. */
function mergedWith(plan: Plan, { facts, version, marks, sections, command }: Typed) {
  const fields = sectionFields(plan.parts.sections);
  if (plan.version === version) {
    const ofSections: MergedSections = { typed: mapOf(fields, sections), conflicts: [], homeless: [], command };
    return { ofFacts: { facts, conflicts: [] }, ofSections };
  }
  return {
    // Without marks whatever differs is told as a conflict of its facts.
    ofFacts: marks ? mergeFacts(factsOf(plan.parts), marks.facts, facts) : { facts, conflicts: [...FACTS] },
    ofSections: mergeSections(fields, marks?.sections ?? {}, sections, command),
  };
}

/** Both versions of every part that two people have changed; null when there is none. */
function conflictIn(plan: Plan, { ofFacts, ofSections }: ReturnType<typeof mergedWith>): DocumentProblem | null {
  const { conflicts, homeless } = ofSections;
  if (ofFacts.conflicts.length + conflicts.length + homeless.length === 0) return null;
  const stored = factsOf(plan.parts);
  const marks = JSON.stringify(marksOf(sectionFields(plan.parts.sections), stored));
  const sections = Object.fromEntries([...ofSections.typed].flatMap(([path, words]) => namedTexts(path, words)));
  const both = { facts: ofFacts.facts, stored: shownStored(stored, ofFacts), conflicts, homeless };
  return { status: 409, form: { ...both, version: plan.version, marks, sections, problems: [] } };
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
