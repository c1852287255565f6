const rooms = {
  0: ["base"],
  1: ["history", "queue", "mdm", "directory", "mail", "antivirus", "live", "sla"],
  2: ["people", "catalogue", "connections", "calendars", "letters", "attachments", "guides", "printers", "demo-clock"],
  3: ["devices", "tickets"],
  4: ["orders", "escalation", "desk", "intake", "disruptions", "webhooks", "accounts", "onboarding"],
  5: ["reports", "jobs", "web"],
  6: ["commands"],
};
const ports = ["mdm", "directory", "mail", "antivirus"];
const floorOf = Object.entries(rooms).flatMap(([floor, names]) => names.map((name) => [name, Number(floor)]));
const test = "\\.test\\.tsx?$|^lib/testing/";

/** One rule a room: what stands on its own floor (but for itself) or above is out of its reach. */
const floors = floorOf.map(([room, floor]) => {
  const outOfReach = floorOf.filter(([other, at]) => other !== room && at >= floor).map(([other]) => other);
  return {
    name: `${room}-imports-only-downwards`,
    comment: `lib/${room} stands on floor ${floor}: it may import lower floors only. What two rooms share moves down, or is composed above.`,
    severity: "error",
    from: { path: `^lib/${room}/`, pathNot: test },
    to: { path: `^lib/(${outOfReach.join("|")})/` },
  };
});

export default {
  forbidden: [
    ...floors,
    {
      name: "every-room-has-a-floor",
      comment: "A new room in lib is given a floor here and a line in the README's tree.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^lib/[^/]+/", pathNot: `^lib/(testing|${floorOf.map(([room]) => room).join("|")})/` },
    },
    {
      name: "app-never-imports-db",
      comment: "app → lib → db: a page asks a room, never the database.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^db/", pathNot: "^db/words\\.ts$" },
    },
    {
      name: "app-never-speaks-to-the-outside",
      comment: "Drizzle, PostgreSQL, mail and LDAP belong to db and lib.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "node_modules/(drizzle-orm|postgres|nodemailer|ldapts|graphile-worker)/" },
    },
    {
      name: "app-never-imports-a-vendor",
      comment: "From outside a port room one imports its port.ts, schema.ts and index.ts.",
      severity: "error",
      from: { path: "^(app|e2e)/", pathNot: test },
      to: { path: `^lib/(${ports.join("|")})/[^/]+/` },
    },
    {
      name: "no-page-and-no-route-speaks-to-an-mdm",
      comment:
        "Page, server action, verb, command row, worker, mdm(): in that order, so that every act leaves its proof.",
      severity: "error",
      from: { path: "^(app|lib/web)/", pathNot: test },
      to: { path: "^lib/mdm/(index|port)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-never-imports-a-vendor",
      comment: "A vendor's folder is its port's own.",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: test },
      to: { path: `^lib/(${ports.join("|")})/[^/]+/`, pathNot: "^lib/$1/" },
    },
    {
      name: "ports-import-base-only",
      comment: "A port says what we need: it knows base and the closed word lists.",
      severity: "error",
      from: { path: `^lib/(${ports.join("|")})/`, pathNot: test },
      to: { path: "^(lib|db|app)/", pathNot: "^lib/(base|$1)/|^db/words\\.ts$" },
    },
    {
      name: "internal-stays-inside",
      comment: "internal.ts is never imported from another room.",
      severity: "error",
      from: { path: "^(lib|app)/([^/]+)/" },
      to: { path: "/internal\\.ts$", pathNot: "^$1/$2/" },
    },
    {
      name: "db-imports-nothing-of-ours",
      severity: "error",
      from: { path: "^db/", pathNot: test },
      to: { path: "^(lib|app)/" },
    },
    { name: "words-import-nothing", severity: "error", from: { path: "^db/words\\.ts$" }, to: { path: "." } },
    {
      name: "only-web-knows-next",
      comment: "Worker, tests and commands run every other room without Next.",
      severity: "error",
      from: { path: "^(lib|db)/", pathNot: "^lib/web/" },
      to: { path: "node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "only-the-registry-imports-verbs-for-jobs",
      comment: "Rooms enqueue by name.",
      severity: "error",
      from: { path: "^lib/", pathNot: `^lib/jobs/|^lib/commands/|${test}` },
      to: { path: "^lib/jobs/", pathNot: "^lib/jobs/portal-context\\.ts$" },
    },
    {
      name: "sla-knows-no-database",
      severity: "error",
      from: { path: "^lib/sla/", pathNot: test },
      to: { path: "^db/", pathNot: "^db/words\\.ts$" },
    },
    {
      name: "testing-stays-in-tests",
      comment: "lib/testing is for tests alone.",
      severity: "error",
      from: { path: "^(lib|app|db)/", pathNot: test },
      to: { path: "^lib/testing/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|node_modules/\\.cache)" },
  },
};
