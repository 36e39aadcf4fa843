import type { SameKeys } from '../message.ts';
import type { home as vi } from '../vi/home.ts';

export const home: SameKeys<typeof vi> = {
  'home.title': 'What next',
  'home.hello': 'Hello {name}',
  'home.emptyTitle': "Start from last year's plan",
  'home.emptyLead':
    'Upload the improvement plan you already have, as Word, PDF, Excel or a saved web page. It is read into a table beside the original, and what deserves another look is pointed out.',
  'home.upload': 'Upload a plan',
  'home.review': 'Review what was read',
  'home.plans': 'Plans of the school',
  'home.standardsTitle': 'Look up the standards',
  'home.standardsLead': 'The requirements of each criterion per level, their references and related documents.',
  'home.standardsAction': 'Open the standard sets',
  'home.schoolYear': 'School year {year}',
  'home.sample':
    'This is the sample school, for looking around. When you want to begin in earnest, create your own school; the sample stays, with its sample accounts.',
  'school.title': 'Details of the school',
  'school.lead':
    'Used for plans made from now on. Plans that exist keep the name and the governing body that they were made with.',
  'school.schoolYearHint': 'The year that the school works in; groups and new plans follow it.',
  'school.save': 'Save the details of the school',
  'school.saved': 'The details of the school are saved.',
  'school.nothingLost': 'What you typed is still here.',
  'error.organisations.stale':
    'The details of the school were just changed elsewhere. Nothing was overwritten; reload the page and go on.',
};
