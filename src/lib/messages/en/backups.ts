import type { SameKeys } from '../message.ts';
import type { backups as vi } from '../vi/backups.ts';

export const backups: SameKeys<typeof vi> = {
  'permission.backup.manage': 'See, make and download backups',
  'permission.school.export': "Export all of the school's data",
  'backups.menu': 'Backups',
  'backups.title': 'Backups and export',
  'backups.lead':
    'Data and files are backed up on the server every day. Copy the newest backup to another disk: when the computer breaks, what lies in it is lost too.',
  'backups.kept': 'Backups, each checked',
  'backups.none': 'There is no backup yet. The first one comes with the next run.',
  'backups.noneTitle': 'No backup yet',
  'backups.next': 'Next backup: {at}. If the computer is off then, it is made when it comes back.',
  'backups.off': 'This server makes no backups by the clock.',
  'backups.now': 'Back up now',
  'backups.asked': 'The backup is being prepared. You may leave this page.',
  'backups.running': 'Backing up',
  'backups.step.rows': 'Table {done}/{total}',
  'backups.step.files': 'File {done}/{total}',
  'backups.step.documents': 'Plan {done}/{total}',
  'backups.step.load': 'Table {done} of {total}',
  'backups.step.check': 'Reading back to check',
  'backups.failed': 'The backup of {at} failed',
  'backups.when': 'When',
  'backups.why': 'Why',
  'backups.size': 'Size',
  'backups.holds': 'Holds',
  'backups.take': 'Download',
  'backups.takeThis': 'Download this one',
  'backups.takeOf': 'Download this one, backup of {at}',
  'backups.reason.nightly': 'Daily',
  'backups.reason.asked': 'Asked for',
  'backups.reason.before-restore': 'Before a restore',
  'backups.counts': '{rows} rows, {files} files',
  'backups.lost': '{count} originals are missing',
  'backups.verified': 'Checked',
  'backups.secret': 'A backup holds hashed passwords and personal data. Keep it like the key of the school.',
  'backups.several':
    'Several schools share this server. A backup holds the data of all of them, so only the administrator of the server makes and takes it; your own school is exported below.',
  'backups.export': "Export the school's data",
  'backups.exportLead':
    'One archive with all plans (Word, Excel), all uploaded files and the history, which opens on any computer. Another server can take it in. No passwords are in it.',
  'backups.exportNow': 'Make a new export',
  'backups.exporting': 'Making the export',
  'backups.exportFailed': 'The export of {at} failed',
  'backups.exportLast': 'Export of {at}, {size}, with {files} files.',
  'backups.exportTake': 'Download the export',
  'backups.refresh': 'Show the latest progress',
  'error.backup.exists': 'There is already a file {path}. Nothing was written. Choose another name.',
  'error.backup.unwritable':
    'Cannot write to {path}. Nothing was written. Check that the folder exists and may be written to.',
  'error.backup.disk-full': 'The disk is full, so no backup was made. The data in use are not affected.',
  'error.backup.no-room':
    'Only {free} MB are free on the disk; the backup needs about {needed} MB. Make room and back up again.',
  'error.backup.not-there': 'Cannot open the file {path}.',
  'error.backup.not-an-archive': 'This file is not a backup of Cải Tiến. Nothing was changed.',
  'error.backup.foreign': 'This file is not a backup of Cải Tiến, or it was altered. Nothing was changed.',
  'error.backup.truncated':
    'The backup is cut short or was not copied whole. Nothing was changed. Copy the file again.',
  'error.backup.damaged':
    'The backup is damaged, or was not made by Cải Tiến (part “{part}” does not match). Nothing was changed. Use another one.',
  'error.backup.unsafe-path': 'The file holds an unsafe name “{path}” and is refused. Nothing was changed.',
  'error.backup.newer-format': 'This backup was made by a newer version. Nothing was changed. Update Cải Tiến.',
  'error.backup.newer-version':
    'This backup holds data of a newer version ({version}). Nothing was changed. Update Cải Tiến, then restore.',
  'error.backup.other-version':
    'This backup belongs to another version that this program does not know ({version}). Nothing was changed.',
  'error.backup.is-school-export': 'This is the export of one school, not a backup. Use: caitien school import FILE',
  'error.backup.is-backup': 'This is a backup, not the export of one school. Use: caitien restore FILE',
  'error.backup.not-empty':
    'There are {schools} schools and {people} accounts here, which are not overwritten. Nothing was changed. To replace everything, add --replace.',
  'error.backup.in-use':
    'There are {others} connections to the database. Stop Cải Tiến, then restore again. Nothing was changed.',
  'error.backup.already-running': 'Another backup is being made. Wait until it is done.',
  'error.backup.not-found': 'This backup is no longer there. Open the page again for the new list.',
  'error.backup.failed': 'The backup failed for an unforeseen reason. The data in use are not affected.',
  'error.backup.already-shared':
    'There are several schools on this server, so only its administrator may take the common backup. Use “Export the school’s data”.',
  'error.backup.school-already-there': 'The school “{school}” is already on this server. Nothing was changed.',
  'error.backup.no-answer': 'Cải Tiến is running but does not answer. Try again, or stop it and run the command again.',
  'error.backup.name-the-school':
    'There are {schools} schools here. Name one with --school ID (see: caitien audit verify).',
};
