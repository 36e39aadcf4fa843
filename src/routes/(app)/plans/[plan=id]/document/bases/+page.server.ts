import { fail, redirect } from '@sveltejs/kit';
import { storable, typedLine } from '#core/kernel/text.ts';
import { bare, basisLines, type ChangeTexts } from '#core/plan/basis-lines.ts';
import { asBefore, inOrder } from '#core/plan/basis-order.ts';
import { citationSentence } from '#core/plan/citation-sentence.ts';
import { findByLegalKey } from '#core/standards/legal-document.ts';
import { t } from '#lib/messages/translate.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { editBases } from '#server/plan/edit-bases.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { basisRow } from '#server/web/basis-row.ts';
import { legalSearch } from '#server/web/legal-search.ts';
import { mayEditPlan, planHead } from '#server/web/plan-head.ts';
import { readStandards } from '#server/web/standards.ts';
import { textOf } from '#server/web/text-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  const plan = await getPlan(context, { planId: params.plan });
  const { sets, legal } = readStandards(context);
  const findings = await checkStoredPlan(context, { plan, sets, library: legal });
  const rows = basisLines(plan.parts.sections).map((line) => basisRow(line, findings, legal));
  const mayEdit = mayEditPlan(context, plan);
  const search = legalSearch(legal, {
    params: url.searchParams,
    schoolType: plan.parts.schoolType ?? (await findSchool(context)).type,
    day: plan.parts.date ?? context.clock.now(),
    cited: rows.flatMap(({ document }) => document ?? []),
  });
  return {
    plan: planHead(context, plan),
    version: plan.version,
    rows,
    mayEdit,
    search,
    /** Whether putting them in order would change anything. */
    unordered: mayEdit && pathsOf(rows).some((path) => !isOrdered(rows.filter((row) => row.path === path))),
    done: url.searchParams.get('done'),
  };
};

function pathsOf(rows: readonly { path: string }[]): string[] {
  return [...new Set(rows.map(({ path }) => path))];
}

function isOrdered(rows: readonly { text: string }[]): boolean {
  const texts = rows.map(({ text }) => text);
  return inOrder(texts).every((text, at) => text === texts[at]);
}

/** The words of one line, wherever it stands by now; the list without them is refused. */
function atLine(form: FormData, change: (texts: string[], at: number) => string[]): ChangeTexts {
  const was = bare(textOf(form, 'was'));
  return (texts) => {
    const asked = Number(textOf(form, 'at'));
    const at = bare(texts[asked] ?? '') === was ? asked : texts.findIndex((text) => bare(text) === was);
    return at < 0 ? null : change([...texts], at);
  };
}

type Event = Parameters<Actions[string]>[0];

/** Carries a change out and goes back to the page; a line that somebody else changed meanwhile is told, with what was typed. */
async function act({ locals, params, url }: Event, form: FormData, change: ChangeTexts, done: string, to?: number) {
  const path = textOf(form, 'path');
  const context = locals.context();
  const result = await editBases(context, { planId: params.plan, path: path === '' ? null : path, change });
  if (!result.done) {
    const typed = textOf(form, 'text');
    return fail(409, { problem: t(locals.locale, 'bases.gone'), typed, undo: null, ordered: null });
  }
  const at = to === undefined ? '' : `#basis-${path}-${to}`;
  redirect(303, `${pageAfter(url, done)}${at}`);
}

/** The page again with what was searched for, and what was done. */
function pageAfter(url: URL, done: string): string {
  const query = new URLSearchParams(url.search);
  for (const name of [...query.keys()]) if (name.startsWith('/')) query.delete(name);
  query.set('done', done);
  return `${url.pathname}?${query}`;
}

export const actions: Actions = {
  /** A document of the list, or words of one's own. */
  add: async (event) => {
    const form = await event.request.formData();
    const { legal } = readStandards(event.locals.context());
    const known = findByLegalKey(legal, textOf(form, 'document'));
    const text = known ? citationSentence(known) : bare(typedLine(textOf(form, 'text')));
    if (text === '') {
      return fail(400, { problem: t(event.locals.locale, 'bases.empty'), typed: '', undo: null, ordered: null });
    }
    form.delete('path');
    // Asked for twice by a slow line, it still stands once.
    const change: ChangeTexts = (texts) => (texts.some((each) => bare(each) === bare(text)) ? texts : [...texts, text]);
    return act(event, form, change, 'added');
  },
  edit: async (event) => {
    const form = await event.request.formData();
    const text = bare(typedLine(textOf(form, 'text')));
    if (text === '') {
      return fail(400, { problem: t(event.locals.locale, 'bases.empty'), typed: '', undo: null, ordered: null });
    }
    return act(
      event,
      form,
      atLine(form, (texts, at) => texts.with(at, text)),
      'edited',
      Number(textOf(form, 'at')),
    );
  },
  move: async (event) => {
    const form = await event.request.formData();
    const step = textOf(form, 'step') === 'up' ? -1 : 1;
    const to = Number(textOf(form, 'at')) + step;
    const change = atLine(form, (texts, at) => {
      const other = texts[at + step];
      return other === undefined ? texts : texts.with(at + step, texts[at]!).with(at, other);
    });
    return act(event, form, change, 'moved', Math.max(0, to));
  },
  /** Gone at once, and offered back on the page that answers. */
  remove: async (event) => {
    const form = await event.request.formData();
    const { locals, params } = event;
    const path = textOf(form, 'path');
    const change = atLine(form, (texts, at) => texts.toSpliced(at, 1));
    const result = await editBases(locals.context(), { planId: params.plan, path, change });
    if (!result.done)
      return fail(409, { problem: t(locals.locale, 'bases.gone'), typed: '', undo: null, ordered: null });
    return {
      problem: null,
      typed: '',
      undo: { path, at: Number(textOf(form, 'at')), text: textOf(form, 'was') },
      ordered: null,
    };
  },
  restore: async (event) => {
    const form = await event.request.formData();
    const [at, text] = [Number(textOf(form, 'at')), bare(storable(textOf(form, 'was')))];
    const change: ChangeTexts = (texts) =>
      texts.some((each) => bare(each) === text) ? texts : texts.toSpliced(at, 0, text);
    return act(event, form, change, 'restored', at);
  },
  /** Done at once, and offered to be taken back on the page that answers. */
  order: async ({ locals, params }) => {
    const context = locals.context();
    const plan = await getPlan(context, { planId: params.plan });
    const before = basisLines(plan.parts.sections).map(({ path, text }) => ({ path, text }));
    for (const path of pathsOf(before)) await editBases(context, { planId: params.plan, path, change: inOrder });
    return { problem: null, typed: '', undo: null, ordered: before };
  },
  /** The order that stood before; what was added meanwhile stays, at the end. */
  unorder: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const texts = form.getAll('was').map(String);
    const before = form.getAll('path').map((path, at) => ({ path: String(path), text: texts[at] ?? '' }));
    for (const path of pathsOf(before)) {
      const wanted = before.filter((line) => line.path === path).map(({ text }) => text);
      const change: ChangeTexts = (now) => asBefore(now, wanted);
      await editBases(locals.context(), { planId: params.plan, path, change });
    }
    redirect(303, pageAfter(url, 'unordered'));
  },
};
