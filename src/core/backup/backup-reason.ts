/** Why a backup was made: by the clock, because somebody asked, or before a restore replaced everything. */
export const BACKUP_REASONS = ['nightly', 'asked', 'before-restore'] as const;

export type BackupReason = (typeof BACKUP_REASONS)[number];
