import { serve } from '#server/web/serve.ts';

/** The product in a process of its own, for tests: says its port, stops when asked. */
const web = await serve();
process.stdout.write(`port ${web.port}\n`);
process.once('SIGTERM', () => void web.stop().then(() => process.exit(0)));
