import './keep-form.ts';
import { findDocument } from './document-page/document-form.ts';
import { DocumentLive } from './document-page/document-live.ts';

/** The parts around the rows: what is typed is kept (before anything is compared), what others save comes in. Without this script the form is an ordinary one. */
const shown = findDocument(document);
if (shown) new DocumentLive(shown);
