import { createServer } from 'node:http';
import { systemClock } from './clock';
import { readConfig } from './config';
import { catalogue } from './db/catalogue';
import { createDatabase } from './db/pool';
import { orders } from './db/orders';
import { adminRoutes } from './http/admin';
import { checkoutRoutes } from './http/checkout';
import { createRouter } from './http/router';
import { createLog } from './log';
import { createAcquirer } from './payments/acquirer';
import { webhookRoutes } from './payments/webhook';

/** The one place where the parts meet. Nothing below it builds its own collaborators. */
const config = readConfig(process.env);
const log = createLog();
const database = createDatabase(config.databaseUrl);
const acquirer = createAcquirer(config);

const router = createRouter({
  log,
  routes: [
    ...checkoutRoutes({ acquirer, clock: systemClock, catalogue: catalogue(database), orders: orders(database) }),
    ...webhookRoutes({ secret: config.webhookSecret, orders: orders(database) }),
    ...adminRoutes(database),
  ],
});

const app = createServer((request, response) => void router(request, response));
app.listen(config.port, () => log.info('listening', { port: config.port }));
