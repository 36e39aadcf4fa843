import type { Role } from './role.ts';

/**
 * Who may do what, named once. A use case begins with `requirePermission(ctx, 'plan.edit')`; what is not listed here is
 * allowed to nobody.
 */
const GRANTS = {
  'school.view': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff', 'viewer'],
  'school.edit': ['principal'],
  'member.view': ['principal', 'deputy', 'secretary'],
  'member.edit': ['principal'],
  'group.view': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff'],
  'group.edit': ['principal', 'deputy', 'secretary'],
  'standards.view': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff', 'viewer'],
  'upload.create': ['principal', 'deputy', 'secretary'],
  'upload.view': ['principal', 'deputy', 'secretary', 'council-member', 'monitor'],
  'upload.edit': ['principal', 'deputy', 'secretary'],
  'plan.view': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff', 'viewer'],
  'plan.create': ['principal', 'deputy', 'secretary'],
  'plan.edit': ['principal', 'deputy', 'secretary'],
  /** In a plan of a group that one belongs to in its school year. */
  'plan.edit-own-group': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff'],
  'plan.download': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff', 'viewer'],
  'plan.comment': ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff'],
  'plan.consult': ['principal', 'deputy', 'secretary'],
  'plan.submit': ['principal', 'deputy', 'secretary'],
  'plan.approve': ['principal'],
  'plan.issue': ['principal', 'secretary'],
  'plan.revise': ['principal', 'deputy', 'secretary'],
  'plan.close': ['principal', 'deputy'],
  'backup.manage': ['principal'],
  'school.export': ['principal'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

export const PERMISSIONS = Object.keys(GRANTS) as Permission[];

export function isAllowed(role: Role, permission: Permission): boolean {
  return (GRANTS[permission] as readonly Role[]).includes(role);
}
