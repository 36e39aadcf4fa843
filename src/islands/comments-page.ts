import './keep-form.ts';
import { CommentNews } from './comments-page/comment-news.ts';
import { offerCopy } from './comments-page/copy-link.ts';
import { offerNames } from './comments-page/offer-names.ts';

/**
 * The page of what people say about a plan: names behind "@", what others say meanwhile, and words of one's own that were not sent.
 * Without this script its forms are ordinary ones.
 */
const list = document.querySelector<HTMLOListElement>('ol[data-comments]');
const line = document.querySelector<HTMLElement>('[data-news]');
// Before the forms are furnished: what is compared later is how the server gave them.
if (list && line) new CommentNews(list, line, offerNames);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-mentions]')) offerNames(form);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) offerCopy(button);
