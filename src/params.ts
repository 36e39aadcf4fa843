import { defineParams } from '@sveltejs/kit/params';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What may stand in an address: `[plan=id]` is the id of something, all else is no page. As `isId` of the server. */
export const params = defineParams({ id: (text) => (UUID.test(text) ? text : undefined) });
