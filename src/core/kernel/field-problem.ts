/** What is wrong with one field of a form. Its sentence is `field.<field>.<problem>` in the message catalogue. */
export interface FieldProblem {
  field: string;
  problem: string;
}

export type Checked<Value> = { ok: true; value: Value } | { ok: false; problems: FieldProblem[] };
