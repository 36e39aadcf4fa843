import { textOf } from './text-of.ts';

const FIELDS = ['displayName', 'role', 'jobTitle', 'phone', 'username'] as const;

/** What was typed about a member, to be read and, when it is refused, shown again. */
export function typedMember(form: FormData): Record<(typeof FIELDS)[number], string> {
  return Object.fromEntries(FIELDS.map((field) => [field, textOf(form, field)])) as Record<
    (typeof FIELDS)[number],
    string
  >;
}
