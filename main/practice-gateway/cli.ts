import { writeFile } from 'node:fs/promises';
import { parseCliOptions } from './cli-options';
import { startPracticeGateway } from './practice-gateway';

/** Starts the gateway, prints its one line for whoever started it, and runs until it is told to stop. */
async function runGateway(args: readonly string[]): Promise<void> {
  const options = parseCliOptions(args);
  const gateway = await startPracticeGateway(options);
  if (options.csv !== undefined) {
    const csv = gateway.exportCsv(options.csvZone === undefined ? {} : { zone: options.csvZone });
    await writeFile(options.csv, csv);
  }
  const { apsUrl, credentials, controlUrl, controlToken } = gateway;
  const { ahrvoUrl, ahrvo, ahrvoAccount } = gateway;
  const linkIds = gateway
    .links()
    .slice(0, 10)
    .map((link) => link.id);
  const started = { apsUrl, credentials, linkIds, ahrvoUrl, ahrvo, ahrvoAccount, controlUrl, controlToken };
  process.stdout.write(`${JSON.stringify(started)}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void gateway.stop());
}

try {
  await runGateway(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
