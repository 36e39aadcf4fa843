/** What a person is in a school. One person has one role in one school. */
export const ROLES = ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.includes(value as Role);
}
