import type { SameKeys } from '../message.ts';
import type { uploads as vi } from '../vi/uploads.ts';

export const uploads: SameKeys<typeof vi> = {
  'uploads.menu': 'Upload',
  'uploads.title': 'Upload plans',
  'uploads.lead':
    'Choose one file or many, of one year or several. The original is always kept; what was read is put beside it for you to review.',
  'uploads.chosenNone': 'No file chosen yet; files can be dropped here too.',
  'uploads.chooseLabel': 'Improvement plan files',
  'uploads.formats': 'Word, PDF, Excel, a saved web page, a text file or a photo; at most {megabytes} MB each.',
  'uploads.send': 'Upload and read',
  'uploads.none': 'Choose at least one file, then press “Upload and read”.',
  'uploads.list': 'Uploaded files',
  'uploads.emptyTitle': 'No files yet',
  'uploads.empty': "Begin with last school year's improvement plan, just as the file is.",
  'uploads.refresh': 'Show latest progress',
  'uploads.leave': 'You may leave this page: reading goes on, and the result stays here.',
  'uploads.older': 'Older files',
  'uploads.newest': 'Back to the newest',
  'uploads.sending': 'Sending {percent}%',
  'uploads.sendingFailed':
    '“{name}” was not sent. Check the network and choose this file again; other files are not affected.',
  'uploads.waiting': 'Received, waiting to be read',
  'uploads.step.open': 'Opening the file',
  'uploads.step.page': 'Page {done}/{total}',
  'uploads.step.pageUnknown': 'Reading page {done}',
  'uploads.step.picture': 'Recognising the words in the picture',
  'uploads.step.convert': 'Converting to a readable form',
  'uploads.step.recognise': 'Sorting into rows',
  'uploads.stateReading': 'Reading',
  'uploads.stateReview': 'To be reviewed',
  'uploads.stateAccepted': 'Accepted',
  'uploads.stateFailed': 'Not readable',
  'uploads.stateOther': 'Not a plan',
  'uploads.stateDiscarded': 'Discarded',
  'uploads.items': '{count|row|rows}',
  'uploads.noItems': 'No rows found',
  'uploads.unread': '{count|place|places} not read',
  'uploads.allRead': 'everything read',
  'uploads.review': 'Review',
  'uploads.openPlan': 'Open the plan',
  'uploads.readAgain': 'Read again',
  'uploads.original': 'Original file',
  'uploads.other.self-assessment-report': 'This is a self-assessment report, not an improvement plan.',
  'uploads.other.external-evaluation-report': 'This is an external evaluation report, not an improvement plan.',
  'uploads.other.result-notice': 'This is a notice of evaluation results, not an improvement plan.',
  'uploads.other.other': 'This document is not an improvement plan.',
  'uploads.otherKept':
    'The file is kept but not put into a plan. If it is a plan after all, start a new plan and copy the content.',
  'uploads.legacy': 'A document of the scheme before 2018; criteria are kept as in the file and not mapped.',
  'error.upload.not-found': 'Your school has no such file. The address may be mistyped.',
  'error.upload.not-a-plan':
    'This file is not an improvement plan, so there is nothing to review. The original is kept.',
  'error.document.empty': 'The file is empty. Open it on your computer to check, then upload it again.',
  'error.document.too-large': 'The file is larger than {megabytes} MB. Make its pictures smaller or split it.',
  'error.document.too-many-pages':
    'The file has {pages} pages, more than the {limit} that can be read. Keep only the plan and upload it again.',
  'error.document.too-many-pixels': 'A picture in the file is too large. Make it smaller or scan at 300 dpi.',
  'error.document.no-text':
    'No line of text was found in the picture. If it is a scanned document, scan it again clearly and upright at 300 dots per inch and upload that.',
  'error.document.encrypted': 'The file is protected by a password. Remove the password and upload it again.',
  'error.document.corrupted':
    'The file is damaged or incomplete. Open it in Word or Excel, save it as a new file and upload that.',
  'error.document.wrong-type':
    'The name says “.{extension}” but the content is something else. Save it in the right form.',
  'error.document.unsupported': 'This kind of file cannot be read yet. Save it as .docx, PDF, .xlsx or a web page.',
  'error.document.zip-bomb': 'The file unpacks to an unusual size and was not opened. Save it as a new file.',
  'error.document.timeout':
    'Reading took too long and was stopped; the computer may be busy. Read it once more; if that fails too, split the file.',
  'error.document.out-of-memory': 'The file needs too much memory. Split it and upload it again.',
  'error.document.writer-failed': 'The PDF could not be made. Try again; if it still fails, download the Word file.',
  'error.document.writer-out-of-memory': 'The PDF needs too much memory and was stopped. Download the Word file.',
  'error.document.writer-timeout': 'The PDF took too long and was stopped. Try again, or download the Word file.',
  'error.document.reader-failed':
    'Something unexpected went wrong. The original is kept; try saving it in another form.',
  'error.upload.not-worth-reading-again':
    'Reading this file again would end the same way. Mend the file as told and upload it once more.',
  'error.document.cancelled': 'Reading was stopped half way. Upload the file again.',
  'error.document.legacy-encoding':
    'The file uses an old encoding (TCVN3, VNI). Convert it to Unicode and upload it again.',
  'error.document.needs-libreoffice':
    'LibreOffice is needed to read .{format} files. Save it as .{instead}, or ask the administrator to install LibreOffice, then read it again.',
  'error.files.disk-full': 'The disk of the server is full. Tell the administrator.',
  'error.files.unwritable': 'The server cannot write files. Tell the administrator.',
  'error.files.missing': 'The original is not on the server any more. Tell the administrator.',
  'error.files.damaged': 'The original on the server is damaged. Tell the administrator.',
};
