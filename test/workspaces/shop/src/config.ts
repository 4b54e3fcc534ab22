export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly acquirerUrl: string;
  readonly acquirerKey: string;
  readonly webhookSecret: string;
}

/** Reads the environment once, at start: a missing name stops the service before the first customer. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    port: Number(env.PORT ?? 8080),
    databaseUrl: required(env, 'DATABASE_URL'),
    acquirerUrl: required(env, 'ACQUIRER_URL'),
    // Looks like acq_live_… in production and acq_test_… everywhere else.
    acquirerKey: required(env, 'ACQUIRER_KEY'),
    webhookSecret: required(env, 'WEBHOOK_SECRET'),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new Error(`Set ${name} in the environment: the README lists what the service needs.`);
  }
  return value;
}
