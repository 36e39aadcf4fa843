import { createServer } from 'vite';
import { type Config, loadConfig } from './config.ts';
import { createLog } from './log.ts';
import { openDatabase } from './open-database.ts';
import { reportStartFailure } from './report-start-failure.ts';

/** The web with changes shown at once, on the same database as `npm start`. */
async function develop(config: Config): Promise<void> {
  const database = await openDatabase(config, createLog(config.logLevel));
  const vite = await createServer({ server: { host: config.host, port: config.port, strictPort: true } });
  const stop = (): void => {
    void vite
      .close()
      .then(() => database.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await vite.listen();
  vite.printUrls();
}

try {
  await develop(loadConfig());
} catch (error) {
  reportStartFailure(error);
  process.exit(1);
}
