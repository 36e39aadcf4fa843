import { findSchool } from '#server/organisations/find-school.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ school: await findSchool(locals.context()) });
