import { mark } from '#lib/plan/merge-sections.ts';
import { FACTS, type Fact } from '#lib/plan/plan-facts.ts';
import { type Control, type DocumentForm, takeValue } from './document-form.ts';

export interface FactsTaken {
  marks: Partial<Record<Fact, string>>;
  /** Fields that have another value now, or would have. */
  changed: Control[];
  /** Fields that this person has changed too, with those of the newer page. */
  both: { name: Fact; control: Control; fresh: Control }[];
}

/** Facts that others changed come into their fields, unless this person has changed them too. */
export function takeFacts(shown: DocumentForm, fresh: DocumentForm): FactsTaken {
  const [old, now] = [shown.marks.facts, fresh.marks.facts];
  const taken: FactsTaken = { marks: { ...now }, changed: [], both: [] };
  for (const name of FACTS) {
    const [control, other] = [shown.fact(name), fresh.fact(name)];
    if (!control || !other || old[name] === now[name]) continue;
    taken.changed.push(control);
    const typed = mark(control.value);
    if (typed === old[name]) takeValue(control, other);
    else if (typed !== now[name]) {
      taken.both.push({ name, control, fresh: other });
      taken.marks[name] = old[name]!;
    }
  }
  return taken;
}
