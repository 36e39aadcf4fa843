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
};
