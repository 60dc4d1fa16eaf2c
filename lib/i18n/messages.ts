import type { Locale } from "./locales";
import enAudit from "./messages/en/audit.json";
import enAuth from "./messages/en/auth.json";
import enCarts from "./messages/en/carts.json";
import enCatalog from "./messages/en/catalog.json";
import enCommon from "./messages/en/common.json";
import enConnection from "./messages/en/connection.json";
import enCustomers from "./messages/en/customers.json";
import enErrors from "./messages/en/errors.json";
import enHome from "./messages/en/home.json";
import enIon from "./messages/en/ion.json";
import enList from "./messages/en/list.json";
import enOrders from "./messages/en/orders.json";
import enOutbox from "./messages/en/outbox.json";
import enPalette from "./messages/en/palette.json";
import enProvisioning from "./messages/en/provisioning.json";
import enShell from "./messages/en/shell.json";
import enSubscriptions from "./messages/en/subscriptions.json";
import enSync from "./messages/en/sync.json";
import enViews from "./messages/en/views.json";
import frAudit from "./messages/fr/audit.json";
import frAuth from "./messages/fr/auth.json";
import frCarts from "./messages/fr/carts.json";
import frCatalog from "./messages/fr/catalog.json";
import frCommon from "./messages/fr/common.json";
import frConnection from "./messages/fr/connection.json";
import frCustomers from "./messages/fr/customers.json";
import frErrors from "./messages/fr/errors.json";
import frHome from "./messages/fr/home.json";
import frIon from "./messages/fr/ion.json";
import frList from "./messages/fr/list.json";
import frOrders from "./messages/fr/orders.json";
import frOutbox from "./messages/fr/outbox.json";
import frPalette from "./messages/fr/palette.json";
import frProvisioning from "./messages/fr/provisioning.json";
import frShell from "./messages/fr/shell.json";
import frSubscriptions from "./messages/fr/subscriptions.json";
import frSync from "./messages/fr/sync.json";
import frViews from "./messages/fr/views.json";

/** One file a namespace and language; both languages hold the same keys, which a test checks. */
const MESSAGES = {
  en: {
    audit: enAudit,
    auth: enAuth,
    carts: enCarts,
    common: enCommon,
    connection: enConnection,
    errors: enErrors,
    provisioning: enProvisioning,
    home: enHome,
    ion: enIon,
    orders: enOrders,
    subscriptions: enSubscriptions,
    customers: enCustomers,
    catalog: enCatalog,
    list: enList,
    outbox: enOutbox,
    palette: enPalette,
    shell: enShell,
    sync: enSync,
    views: enViews,
  },
  fr: {
    audit: frAudit,
    auth: frAuth,
    carts: frCarts,
    common: frCommon,
    connection: frConnection,
    errors: frErrors,
    provisioning: frProvisioning,
    home: frHome,
    ion: frIon,
    orders: frOrders,
    subscriptions: frSubscriptions,
    customers: frCustomers,
    catalog: frCatalog,
    list: frList,
    outbox: frOutbox,
    palette: frPalette,
    shell: frShell,
    sync: frSync,
    views: frViews,
  },
};

/** All texts of one language, by namespace. */
export function messagesOf(locale: Locale) {
  return MESSAGES[locale];
}

export type Texts = (typeof MESSAGES)["en"];
