import { parseCommandLine, USAGE } from "./cli";
import { startEmulator } from "./start";

async function main(): Promise<void> {
  const settings = parseCommandLine(process.argv.slice(2));
  if (!settings) {
    console.log(USAGE);
    return;
  }
  const running = await startEmulator(settings);
  console.log(`Ion emulator listening on ${running.url} (scale ${settings.scale}, account 10001)`);
  if (running.refreshToken) console.log(`Refresh token for account 10001: ${running.refreshToken}`);
  else console.log(`State kept from before. New refresh token: curl -X POST ${running.url}/_emulator/tokens`);
  const stop = () => {
    running.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
